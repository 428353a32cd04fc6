import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDataFile } from "#site/lib/data-file.ts";
import type { Redirect } from "#site/lib/redirects.ts";
import { redirectsSchema } from "#site/schemas/search.ts";
import { addRedirect, redirectLine, redirectsPath } from "../../checks/fix/add-redirect.ts";
import { writeSafely } from "../../write-safely.ts";

/** Old addresses that `redirects.yml` of a content folder names, without a slash at the end. */
export function listedRedirects(out: string): Set<string> {
	const { data } = readDataFile(redirectsSchema, textOf(out), redirectsPath);
	return new Set((data ?? []).map(({ from }) => from.replace(/\/+$/, "")));
}

/** Adds redirects to `redirects.yml`; what is there stays as it is. */
export function writeRedirects(out: string, redirects: Redirect[]): void {
	const before = textOf(out);
	let text = before === "" || before.endsWith("\n") || redirects.length === 0 ? before : `${before}\n`;
	for (const [index, redirect] of redirects.entries()) {
		const fix = addRedirect(text, redirect);
		if (fix) text = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
		const last = text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
		// A list with dashes at the end of the file: to read it again for each of thousands would take minutes.
		if (last.endsWith(`${redirectLine(redirect)}\n`)) {
			const indent = last.slice(0, -redirectLine(redirect).length - 1);
			for (const other of redirects.slice(index + 1)) text += `${indent}${redirectLine(other)}\n`;
			break;
		}
	}
	if (text !== before) writeSafely(join(out, redirectsPath), text);
}

function textOf(out: string): string {
	const file = join(out, redirectsPath);
	return existsSync(file) ? readFileSync(file, "utf8") : "";
}
