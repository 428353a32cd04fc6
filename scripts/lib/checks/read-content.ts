import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { listFiles } from "../list-files.ts";
import { readImageFile } from "./image-file.ts";
import type { ImageFile } from "./image-file.ts";
import type { ParsedBody } from "./parse-body.ts";

/** A content folder as it lies on the disk. */
export interface RawContent {
	/** Paths below the content folder, with `/`. */
	files: string[];
	/** Texts of the articles and data files, by path. */
	texts: Map<string, string>;
	/** Texts that were parsed already, by path. */
	bodies?: Map<string, ParsedBody>;
	/** A picture by its path, read when a rule asks for it; undefined when there is no such file. */
	image(path: string): ImageFile | undefined;
	/** A path below the content folder as a person would type it. */
	display(path: string): string;
}

/** Reads a content folder. The only place where checks touch the disk. */
export function readContent(folder: string): RawContent {
	const files = listFiles(folder);
	const texts = new Map(files.filter((file) => /\.(mdx|yml)$/.test(file)).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
	return { files, texts, image: (path) => readImageFile(join(folder, path)), display: (path) => displayPath(join(folder, path)) };
}

/** Relative to where the command runs, unless it lies outside. */
export function displayPath(absolute: string): string {
	const path = relative(process.cwd(), absolute);
	return (path.startsWith("..") ? absolute : path).split(sep).join("/");
}
