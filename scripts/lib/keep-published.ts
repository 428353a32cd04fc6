import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedSchema, type Published } from "#site/schemas/published.ts";
import { publishedFile } from "./checks/published/read-published.ts";
import { writeSafely } from "./write-safely.ts";

/** The list as a file whose changes read well: sorted, one address a line. */
export function formatPublished({ addresses, ...about }: Published): string {
	const lines = Object.entries(addresses)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([address, page]) => `\t\t${JSON.stringify(address)}: ${JSON.stringify(page)}`);
	const head = Object.entries(about).map(([name, value]) => `\t${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
	return `{\n${head.join("")}\t"addresses": {\n${lines.join(",\n")}\n\t}\n}\n`;
}

/**
 * Keeps the addresses of a build that was just deployed in the content folder, for `npm run check`.
 *
 * @param out folder of the built site
 * @returns the file that was written
 */
export function keepPublished(out: string, content: string, date: string): string {
	const built = publishedSchema.parse(JSON.parse(readFileSync(join(out, "_site/addresses.json"), "utf8")));
	const file = join(content, publishedFile);
	const commit = commitOf(content);
	writeSafely(file, formatPublished({ ...(commit !== undefined && { commit }), date, addresses: built.addresses }));
	return file;
}

/** The last commit of the content folder's repository; undefined without one. */
function commitOf(folder: string): string | undefined {
	try {
		return execFileSync("git", ["-C", folder, "rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
	} catch {
		return undefined;
	}
}
