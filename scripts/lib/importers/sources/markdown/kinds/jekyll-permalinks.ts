import { at, listOf, textOf, type Value } from "../config/values.ts";
import type { Page } from "../site.ts";
import { categoriesOf } from "./jekyll-defaults.ts";
import { partsOf } from "./paths.ts";
import { addressAsWritten, fill, momentOf, partsOfDay, unknownAddress } from "./templates.ts";

/** What a configuration says of addresses. */
export interface Permalinks {
	/** `permalink:`, a pattern or the name of one. */
	permalink: string;
	collections: Value;
}

const styles: Record<string, string> = {
	date: "/:categories/:year/:month/:day/:title:output_ext",
	pretty: "/:categories/:year/:month/:day/:title/",
	simple: "/:categories/:title/",
	ordinal: "/:categories/:year/:y_day/:title:output_ext",
	weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
	none: "/:categories/:title:output_ext",
};

/** Name of a post's file: its day and the rest. */
export function partsOfPost(name: string): { day: string | undefined; rest: string } {
	const [, day, rest = name.split("/").at(-1) ?? name] = /^(?:.*\/)?(\d{4}-\d{1,2}-\d{1,2})-([^/]+)$/.exec(name) ?? [];
	return { day: momentOf(day)?.day, rest };
}

/** The pattern that a page's address follows. */
export function patternOf({ name, root, fields }: Page, { permalink, collections }: Permalinks): string {
	const own = textOf(fields["permalink"]);
	if (own !== undefined) return own;
	if (root.posts) return textOf(at(collections, "posts", "permalink")) ?? styles[permalink] ?? permalink;
	const collection = root.address.slice(1);
	if (collection !== "") return textOf(at(collections, collection, "permalink")) ?? `/:collection/:path${endingOf(permalink)}`;
	return isIndex(name) ? "/:path/" : `/:path/:basename${endingOf(permalink)}`;
}

/** Pages and collections have of the general pattern only its ending. */
function endingOf(permalink: string): string {
	if (/^(date|ordinal|none)$/.test(permalink) || permalink.endsWith(":output_ext")) return ":output_ext";
	return permalink === "pretty" || permalink.endsWith("/") ? "/" : "";
}

/** Whether a page is that of its folder. */
export function isIndex(name: string): boolean {
	return /(^|\/)(index|readme)$/i.test(name);
}

/** What the address of a page is made of besides its fields. */
interface Position {
	pattern: string;
	/** Parts that all addresses of the site begin with. */
	lead: string[];
	/** Folders above `_posts`; they are categories of the posts in it. */
	above: string[];
}

/** The addresses that a page may have had: two, where its day depends on the zone that the site was built in. */
export function addressesOf(page: Page, { pattern, lead, above }: Position): { addresses: string[]; problem?: string } {
	const { day, rest } = partsOfPost(page.name);
	const moment = momentOf(textOf(page.fields["date"])) ?? momentOf(day);
	const addresses = new Set<string>();
	for (const each of moment ? new Set([moment.day, moment.utcDay]) : [undefined]) {
		const values = {
			...(page.root.address === "" && !page.root.posts ? valuesOfPage(page) : valuesOfDocument(page, { above, rest })),
			...(each && valuesOfDay(each)),
		};
		if (moment) Object.assign(values, { hour: moment.hour, minute: moment.minute, second: moment.second });
		const { text, missing } = fill(pattern, /:([a-z_]+)/g, (name) => valueOf(values, name));
		if (missing.length > 0) return { addresses: [], problem: unknownAddress(pattern, missing) };
		addresses.add(addressAsWritten(lead, text));
	}
	return { addresses: [...addresses] };
}

/** `:year_` is the year and a line. */
function valueOf(values: Record<string, string>, name: string): string | undefined {
	const known = Object.hasOwn(values, name) ? values[name] : undefined;
	const end = name.lastIndexOf("_");
	if (known !== undefined || end === -1) return known;
	const shorter = valueOf(values, name.slice(0, end));
	return shorter === undefined ? undefined : shorter + name.slice(end);
}

function valuesOfPage({ name }: Page): Record<string, string> {
	const parts = partsOf(name);
	return { path: parts.slice(0, -1).join("/"), basename: parts.at(-1) ?? "", output_ext: ".html" };
}

function valuesOfDocument({ name, root, fields }: Page, { above, rest }: { above: string[]; rest: string }): Record<string, string> {
	const base = partsOf(name).at(-1) ?? "";
	const slug = textOf(fields["slug"]) ?? rest;
	const categories = [...above, ...categoriesOf(fields["categories"]), ...listOf(fields["category"]).flatMap((category) => textOf(category) ?? [])];
	const lower = [...new Set(categories.map((category) => category.toLowerCase()))];
	return {
		collection: root.address.slice(1),
		path: name,
		name: slugify(base),
		title: pretty(slug),
		slug: slugify(slug),
		categories: lower.join("/"),
		slugified_categories: lower.map(slugify).join("/"),
		output_ext: ".html",
	};
}

function valuesOfDay(written: string): Record<string, string> {
	const parts = partsOfDay(written);
	return {
		year: parts.year,
		short_year: parts.year.slice(2),
		month: parts.month,
		i_month: String(Number(parts.month)),
		short_month: parts.shortMonthName,
		long_month: parts.monthName,
		day: parts.day,
		i_day: String(Number(parts.day)),
		y_day: String(parts.dayOfYear).padStart(3, "0"),
		week: parts.week,
		w_year: parts.weekYear,
		w_day: String(parts.weekday || 7),
		short_day: parts.shortDayName,
		long_day: parts.dayName,
	};
}

function slugify(text: string): string {
	return text
		.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
		.replace(/^-|-$/g, "")
		.toLowerCase();
}

/** Jekyll's `pretty`, in which more signs stay. */
function pretty(text: string): string {
	return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replace(/^-|-$/g, "");
}
