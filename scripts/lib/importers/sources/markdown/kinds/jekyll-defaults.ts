import { posix } from "node:path";
import type { Fields } from "../front-matter.ts";
import { at, fieldsOf, listOf, textOf, type Value } from "../config/values.ts";

/** An entry of `defaults:`. */
interface Scope {
	/** Example: `_docs/guides`, `guides/*` */
	path: string;
	type: string | undefined;
	values: [string, Value][];
}

/** A page as `defaults:` choose it. */
export interface Scoped {
	/** Path below the project. */
	file: string;
	/** `pages`, `posts`, `drafts` or the name of a collection. */
	type: string;
}

/**
 * Reads `defaults:` of Jekyll's configuration.
 * @returns the fields of a page, with those that it does not say itself; of two scopes the longer path holds, then the one with a type
 */
export function readDefaults(value: Value): (page: Scoped, own: Fields) => Fields {
	const scopes = listOf(value).map((entry): Scope => {
		const path = textOf(at(entry, "scope", "path")) ?? "";
		return { path: path.replace(/^\.?\/+/, ""), type: textOf(at(entry, "scope", "type")), values: fieldsOf(at(entry, "values")) };
	});
	const ranked = scopes.sort((one, other) => one.path.length - other.path.length || Number(one.type !== undefined) - Number(other.type !== undefined));
	return (page, own) => {
		const fitting = ranked.filter((scope) => fits(scope, page));
		if (fitting.length === 0) return own;
		const fields: Fields = Object.fromEntries(
			// A title that holds for many pages would make them look the same: only that of a single file is one.
			fitting.flatMap(({ path, values }) => values.filter(([name]) => name !== "title" || path.toLowerCase() === page.file.toLowerCase())),
		);
		const [inherited, said] = [categoriesOf(fields["categories"]), categoriesOf(own["categories"])];
		const categories = page.type === "pages" ? said : [...new Set([...inherited, ...said])];
		return { ...fields, ...own, ...(categories.length > 0 && { categories }) };
	};
}

function fits({ path, type }: Scope, page: Scoped): boolean {
	if (type !== undefined && type !== page.type) return false;
	if (path.includes("*")) return posix.matchesGlob(page.file, path) || posix.matchesGlob(page.file, `${path.replace(/\/$/, "")}/**`);
	const folder = path.replace(/\/$/, "");
	return folder === "" || page.file === folder || page.file.startsWith(`${folder}/`);
}

/** Jekyll's categories, which as one text have spaces between them. */
export function categoriesOf(value: Value): string[] {
	return typeof value === "string" ? value.split(/\s+/).filter(Boolean) : listOf(value).flatMap((entry) => textOf(entry) ?? []);
}
