import { at, fieldsOf, listOf, textOf, type Value } from "../config/values.ts";
import type { Fields } from "../front-matter.ts";
import { fill, momentOf, partsOfDay, unknownAddress } from "./templates.ts";

/** Patterns of addresses by section, `""` for pages in none. */
export interface Patterns {
	page: ReadonlyMap<string, string>;
	section: ReadonlyMap<string, string>;
}

/** Reads `permalinks:`, in which patterns stand by section, or by kind of page and section. */
export function readPatterns(value: Value): Patterns {
	const of = (entries: [string, Value][]) =>
		entries.flatMap(([section, pattern]) => (typeof pattern === "string" ? [[section.replace(/^\/+|\/+$/g, ""), pattern] as const] : []));
	const entries = fieldsOf(value);
	const ofKind = (kind: string) => of(fieldsOf(entries.find(([name]) => name.toLowerCase() === kind)?.[1]));
	return { page: new Map([...of(entries), ...ofKind("page")]), section: new Map(ofKind("section")) };
}

/** A page as patterns see it. */
export interface Described {
	fields: Fields;
	/** Folders down to the innermost that is a section. */
	sections: string[];
	/** Name of its file, or of its folder where that is all its own. */
	name: string;
	/** Day and words of the name, where the configuration reads days from names. */
	dated: { day: string; slug: string } | undefined;
	/** Fields that the day is taken from, in order; `undefined` among them is a source that an export has not. */
	dayFields: (string | undefined)[];
	/** Writes a part of an address as Hugo does. */
	part(text: string): string;
}

/** Fills a pattern. */
export function fillPattern(pattern: string, page: Described): { text: string; problem?: string } {
	const values = valuesOf(page);
	const { text, missing } = fill(pattern, /:([a-zA-Z]+(?:\[[^\]]*\])?|\d\w*)/g, (name) => {
		const [, range] = /^sections\[(.*)\]$/.exec(name) ?? [];
		return range === undefined ? values[name] : (between(page.sections, range)?.map(page.part).join("/") ?? undefined);
	});
	return missing.length > 0 ? { text, problem: unknownAddress(pattern, missing) } : { text };
}

function valuesOf({ fields, sections, name, dated, dayFields, part }: Described): Record<string, string | undefined> {
	const title = textOf(fields["title"]);
	const slug = textOf(fields["slug"]) ?? dated?.slug;
	const words = (text: string | undefined) => (text === undefined ? undefined : part(text));
	return {
		section: part(sections[0] ?? ""),
		sections: sections.map(part).join("/"),
		title: words(title),
		slug: words(slug ?? title),
		filename: words(name),
		contentbasename: words(name),
		slugorfilename: words(slug ?? name),
		slugorcontentbasename: words(slug ?? name),
		...daysOf(dayIn(fields, dayFields, dated)),
	};
}

function dayIn(fields: Fields, names: (string | undefined)[], dated: Described["dated"]): string | undefined {
	for (const name of names) {
		// What comes before it may have another day: only the site itself knows.
		if (name === undefined) return undefined;
		const day = name === ":filename" ? dated?.day : momentOf(textOf(fields[name]))?.day;
		if (day !== undefined) return day;
	}
	return undefined;
}

function daysOf(day: string | undefined): Record<string, string> {
	if (day === undefined) return {};
	const parts = partsOfDay(day);
	return {
		year: parts.year,
		month: parts.month,
		monthname: parts.monthName,
		day: parts.day,
		weekday: String(parts.weekday),
		weekdayname: parts.dayName,
		yearday: String(parts.dayOfYear),
	};
}

/** `[1]`, `[last]`, `[1:]`, `[:2]`, `[1:last]` of a list; undefined for what is no range. */
function between(parts: string[], range: string): string[] | undefined {
	const [, first = "", colon, last = ""] = /^(\d+|last)?(:)?(\d+|last)?$/.exec(range) ?? [];
	const index = (text: string, none: number) => (text === "last" ? parts.length - 1 : text === "" ? none : Number(text));
	if (first + last === "") return undefined;
	return colon === undefined ? parts.slice(index(first, 0), index(first, 0) + 1) : parts.slice(index(first, 0), index(last, parts.length));
}

const usualDays = ["date", "publishDate", "publishdate", "pubdate", "published", "lastmod", "modified"];

/** Fields of a page's day as `frontmatter.date` orders them. */
export function dayFieldsOf(config: Value): (string | undefined)[] {
	const order = listOf(at(config, "frontmatter", "date")).flatMap((name) => textOf(name) ?? []);
	if (order.length === 0) return usualDays;
	return order.flatMap((name) => (name === ":default" ? usualDays : name.startsWith(":") && name !== ":filename" ? undefined : name));
}

/** A part of an address: spaces become hyphens, signs go. @param lower whether letters become small, as they do by default */
export function partOf(text: string, lower: boolean): string {
	const kept = text
		.replace(/[^\p{L}\p{Nd}\p{M}./\\_#+~@\s-]/gu, "")
		.trim()
		.replace(/\s*-[\s-]*|\s+/g, (gap) => (gap.includes("-") ? gap.replace(/\s/g, "") : "-"));
	return lower ? kept.toLowerCase() : kept;
}
