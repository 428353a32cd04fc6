import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A content folder as it lies on the disk. */
export interface RawContent {
	/** Paths below the content folder, with `/`. */
	files: string[];
	/** Texts of the articles and data files, by path. */
	texts: Map<string, string>;
	/** A path below the content folder as a person would type it. */
	display(path: string): string;
}

/** Reads a content folder. The only place where checks touch the disk. */
export function readContent(folder: string): RawContent {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
		.sort();
	const texts = new Map(files.filter((file) => /\.(mdx|yml)$/.test(file)).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
	return { files, texts, display: (path) => displayPath(join(folder, path)) };
}

/** Relative to where the command runs, unless it lies outside. */
export function displayPath(absolute: string): string {
	const path = relative(process.cwd(), absolute);
	return (path.startsWith("..") ? absolute : path).split(sep).join("/");
}
