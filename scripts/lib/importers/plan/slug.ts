import { createHash } from "node:crypto";
import slugify from "@sindresorhus/slugify";

/** Longest part of an address; file systems stop at 255 bytes. */
const longest = 80;

/** A name as a part of an address: `a-z`, digits and single hyphens. Example: `Grüße & Küsse` → `gruesse-and-kuesse` */
export function slugOfName(name: string): string {
	const slug = slugify(decode(name), { decamelize: false })
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
	// Of a script without a transcription nothing is left; its sum is at least the same each time.
	if (slug === "") return `page-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
	return slug.length <= longest
		? slug
		: slug
				.slice(0, longest + 1)
				.replace(/-[^-]*$/, "")
				.slice(0, longest) || slug.slice(0, longest);
}

/** A name as a title. Example: `first_steps` → `First steps` */
export function titleOfName(name: string): string {
	const words = decode(name)
		.replace(/\.[a-z]+$/i, "")
		.replace(/[-_+]+/g, " ")
		.trim();
	return words === "" ? "Untitled" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A title for an article that has none: the last part of its path, for the page of a folder the folder. */
export function titleOfPath(path: string[]): string {
	const named = path.at(-1) === "index" ? path.slice(0, -1) : path;
	return titleOfName(named.at(-1) ?? "Overview");
}

function decode(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
