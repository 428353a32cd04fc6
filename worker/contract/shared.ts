import * as z from "zod";
import { fault } from "./field-faults.ts";

/** An id the client makes: a UUID, so that a replay is recognised. */
export const clientId = z.uuid();

/** An article id as the site's build wrote it. */
export const articleRef = z
	.string()
	.min(1)
	.max(200)
	.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/);

/** A locale. */
export const localeRef = z
	.string()
	.regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/)
	.default("en");

/** One tab's visit: a random id that the page keeps, or null under Global Privacy Control. */
export const sessionRef = z
	.string()
	.regex(/^[A-Za-z0-9_-]{16,40}$/)
	.nullable()
	.default(null);

/**
 * One line of text: trimmed, without control characters. Carriage return and line feed are refused, as they
 * could start a new header in a mail.
 *
 * @param missing the fault of a text that is absent
 */
export function line(max: number, missing?: string): z.ZodString {
	return z
		.string(missing)
		.trim()
		.max(max)
		.regex(/^[^\p{Cc}]*$/u, fault("oneLine"));
}

/** Text that is kept as one line: line breaks and runs of spaces become one space; other control characters are refused. */
export function folded(max: number) {
	return z
		.string()
		.transform((text) => text.replace(/\s+/g, " "))
		.pipe(line(max).min(1));
}

/** Several lines of text; other control characters are refused, line endings become `\n`. `missing` is the fault of one that is absent. */
export function paragraph(max: number, missing?: string) {
	return z
		.string(missing)
		.transform((text) => text.replace(/\r\n?/g, "\n").trim())
		.pipe(
			z
				.string()
				.max(max)
				.regex(/^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u, fault("controlCharacters")),
		);
}
