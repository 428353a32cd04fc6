import { toString } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import * as z from "zod";

const html = unified().use(rehypeParse, { fragment: true });

/** Ids are numbers in one API and texts in another. */
export const id = z.union([z.int(), z.string().min(1)]).transform(String);

/** A text without what no page can show: control characters and halves of characters. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
export const text = z.string().transform((value) => value.replace(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g, " ").toWellFormed());

/** A moment as ISO text or in seconds since 1970. */
export const moment = z.union([z.string(), z.number()]);

/** The day of a moment, `YYYY-MM-DD`; undefined where it is none. */
export function dayOf(value: z.infer<typeof moment> | null | undefined): string | undefined {
	if (value === null || value === undefined) return undefined;
	const date = new Date(typeof value === "number" ? value * 1000 : value);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

/** Seconds since 1970, to compare; 0 where the moment is none. */
export function secondsOf(value: z.infer<typeof moment> | null | undefined): number {
	const time = typeof value === "number" ? value : Date.parse(value ?? "") / 1000;
	return Number.isFinite(time) ? time : 0;
}

/** The words of a description that may hold HTML; undefined where there are none. */
export function wordsOf(value: string | null | undefined): string | undefined {
	if (!value) return undefined;
	const words = (value.includes("<") || value.includes("&") ? toString(html.parse(value)) : value).replace(/\s+/g, " ").trim();
	return words === "" ? undefined : words;
}

/** What is wrong with a value, in a line. Example: `title: Invalid input: expected string, received number` */
export function problemsOf({ issues }: z.ZodError): string {
	return issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`).join("; ");
}

/** The path of an address, without its site; undefined where it is no address. */
export function pathOf(address: string | null | undefined): string | undefined {
	return address && URL.canParse(address) ? new URL(address).pathname : undefined;
}
