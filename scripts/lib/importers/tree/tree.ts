import type { Note } from "../notes.ts";

/** The files of an export, whether they lie in a folder or in a zip. */
export interface Tree {
	/** Paths below the root with `/`, in order; nothing outside the root, no links, nothing hidden. */
	files: string[];
	/** Bytes of a file. @throws Error that says why it cannot be read */
	read(path: string): Promise<Buffer>;
	/**
	 * The file on the disk, of any size: itself where the tree is a folder, else a copy.
	 * @param copy where the copy may lie
	 * @throws Error that says why there is none
	 */
	onDisk(path: string, copy: string): Promise<string>;
	/** A place in the tree as a person would look for it. */
	display(path: string): string;
	/** What was left out, and why. */
	notes: Note[];
	close(): Promise<void>;
}

/** No single file of an export needs more; what is larger is left where it is. */
export const largestFile = 200 * 1024 * 1024;

/** How much of an archive is believed. In bytes, unpacked. */
export interface Limits {
	/** One file that is held as a whole. */
	file: number;
	/** All files of an archive and of those in it; more is a zip made to fill a disk. */
	together: number;
}

/** The limits of every import. */
export const limits: Limits = { file: largestFile, together: 20 * 1024 * 1024 * 1024 };

/** Folders that hold no content. */
export function isHidden(path: string): boolean {
	return path.split("/").some((part) => /^(\.(?!vuepress$|vitepress$)|node_modules$|__MACOSX$)/.test(part));
}
