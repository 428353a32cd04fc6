import type { Redirect } from "#site/lib/redirects.ts";
import { reserved } from "#site/lib/reserved-addresses.ts";
import type { Note } from "../notes.ts";
import type { SourceCategory } from "../source.ts";
import { deepest } from "./plan-addresses.ts";
import { oldAddress } from "./plan-redirects.ts";
import { slugOfName } from "./slug.ts";

/**
 * Address of the page of a category: its own, or that of the nearest one above it that is there.
 * @param path folders as the source writes them
 * @param known addresses of the centre's category pages
 */
export function categoryAddress(path: string[], known: ReadonlySet<string>): string | undefined {
	const parts = path.slice(0, deepest).map(slugOfName);
	if (reserved.includes(parts[0] ?? "")) parts[0] = `${parts[0] ?? ""}-articles`;
	for (let depth = parts.length; depth > 0; depth -= 1) {
		const address = `/${parts.slice(0, depth).join("/")}/`;
		if (known.has(address)) return address;
	}
	return undefined;
}

/**
 * Where the old addresses of categories lead.
 * @param isTaken whether an address is a page here or leads somewhere already
 */
export function planCategoryRedirects(
	categories: SourceCategory[],
	{ addressOf, isTaken }: { addressOf(path: string[]): string | undefined; isTaken(path: string): boolean },
): { redirects: Redirect[]; notes: Note[] } {
	const redirects = new Map<string, Redirect>();
	const notes: Note[] = [];
	for (const { path, title, addresses = [] } of categories) {
		const to = addressOf(path);
		for (const address of addresses) {
			const from = oldAddress(address);
			if (from === undefined || isTaken(from) || redirects.has(from)) continue;
			if (to === undefined)
				notes.push({ kind: "changed", file: "categories", line: 1, what: `${title} holds no article and did not come along; ${address} leads nowhere` });
			else redirects.set(from, { from, to });
		}
	}
	return { redirects: [...redirects.values()], notes };
}
