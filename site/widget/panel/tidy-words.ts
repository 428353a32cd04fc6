import { redact } from "#contract/redaction.ts";

/** A reader's words as they may be kept and sent: one line, without personal data. */
export function tidyWords(text: string, longest: number): string {
	return redact(text.replace(/[\s\p{Cc}]+/gu, " ").trim())
		.slice(0, longest)
		.toWellFormed()
		.trim();
}
