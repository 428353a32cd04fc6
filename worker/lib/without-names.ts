import { redact } from "#contract/redaction.ts";

/** Shorter words of a name are words of other things, too. */
const shortest = 3;

/**
 * A customer's words for people who do not need to know whose they are: without personal data (see `redact`), and without the words of the
 * customer's own names, which become `[name]`.
 *
 * @param names name, company: what the customer wrote there
 */
export function withoutNames(text: string, names: readonly string[]): string {
	const own = new Set(names.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= shortest));
	const redacted = redact(text);
	return own.size === 0
		? redacted
		: redacted.replace(/[\p{L}\p{N}]+/gu, (word) => (own.has(word.toLowerCase()) ? "[name]" : word)).replace(/\[name\](?: \[name\])+/g, "[name]");
}
