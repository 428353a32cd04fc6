import { fieldsOf, listOf, textOf } from "./config/values.ts";
import type { Fields } from "./front-matter.ts";
import type { SourceArticle } from "../../source.ts";

/** What an article takes from its front matter, in the words of every generator. */
export type Known = Pick<SourceArticle, "title" | "summary" | "keywords" | "draft" | "updated" | "leftOver"> & {
	/** Old addresses, as written. */
	aliases: string[];
};

const words = {
	title: ["title"],
	summary: ["description", "summary", "excerpt", "subtitle", "intro"],
	keywords: ["tags", "tag", "keywords", "categories", "category", "labels"],
	updated: ["lastUpdated", "lastmod", "last_modified_at", "last_update", "updated", "modified", "date"],
	draft: ["draft", "published", "unlisted"],
	aliases: ["aliases", "redirect_from", "redirects", "redirectFrom", "redirect_from_urls", "old_urls"],
};

/**
 * Picks the fields that mean something here; every other field, and one whose value cannot be used, is left over.
 * @param used fields that the article's place has taken
 * @param own fields that the article says itself, of which those left over are named; default: all
 * @param separator of labels that are one text
 */
export function readFields(fields: Fields, { used, own = fields, separator = /,/ }: { used: string[]; own?: Fields; separator?: RegExp | undefined }): Known {
	const taken = new Set(used);
	function take<Taken>(names: string[], read: (value: unknown, name: string) => Taken | undefined): Taken | undefined {
		for (const name of names) {
			if (!Object.hasOwn(fields, name) || taken.has(name)) continue;
			const value = read(fields[name], name);
			if (value === undefined) continue;
			taken.add(name);
			return value;
		}
		return undefined;
	}
	const text = (value: unknown) => textOf(value)?.trim() || undefined;
	const title = take(words.title, text);
	const summary = take(words.summary, text);
	const keywords = words.keywords.flatMap((name) => take([name], (value) => labelsOf(value, separator)) ?? []);
	const updated = take(words.updated, dayOf);
	const draft = words.draft.map((name) => take([name], (value) => (typeof value === "boolean" ? value === (name !== "published") : undefined))).includes(true);
	const aliases = words.aliases.flatMap((name) => take([name], (value) => listOf(value).flatMap((each) => text(each) ?? [])) ?? []);
	const leftOver = fieldsOf(own)
		.filter(([name, value]) => !taken.has(name) && value !== null && value !== "")
		.map(([name, value]) => shorten(`${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`));
	return { title, summary, keywords, draft, updated, aliases, leftOver };
}

/** Labels as a list, as one text with commas, or as objects with a name. */
function labelsOf(value: unknown, separator: RegExp): string[] | undefined {
	const found = listOf(value).flatMap((each) => {
		const name = textOf(each) ?? textOf((each as Fields | null)?.["label"] ?? (each as Fields | null)?.["name"]);
		return name === undefined ? [] : Array.isArray(value) ? [name] : name.split(separator);
	});
	return found.length > 0 || (Array.isArray(value) && value.length === 0) ? found.map((label) => label.trim()).filter(Boolean) : undefined;
}

/** The day of a date in any of the usual notations; undefined for what is none. */
function dayOf(value: unknown): string | undefined {
	const written = textOf(value) ?? textOf((value as Fields | null)?.["date"]);
	const day = /^(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(written?.trim() ?? "");
	const iso = day?.slice(1).join("-");
	return iso !== undefined && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}

function shorten(text: string): string {
	const line = text.replace(/\s+/g, " ");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
