import { findCards, findIbans } from "./redaction/banking.ts";
import { emailFinders } from "./redaction/emails.ts";
import { removeFound } from "./redaction/found.ts";
import { nameFinders } from "./redaction/names.ts";
import { numberFinders } from "./redaction/numbers.ts";
import { labelledFinders, randomFinders, tokenFinders } from "./redaction/secrets.ts";

const finders = [...tokenFinders, ...emailFinders, ...nameFinders, findIbans, ...labelledFinders, findCards, ...numberFinders, ...randomFinders];

/**
 * Removes personal data and secrets from free text: e-mail addresses, phone and card numbers, IBANs, public IP addresses, names in
 * addresses of mailboxes, folders and pages, tokens; however they are disguised (digits of other scripts, signs without width, ornate
 * letters). The rest of the text is kept as it is, so that a search stays useful. Idempotent.
 *
 * @param text any text, one line or many
 * @returns the text with a mark such as `[email]` where something was removed
 */
export function redact(text: string): string {
	const once = removeFound(text, finders);
	// A mark can lay bare what stood beside it; each round takes away at least one sign that is no mark, so this ends.
	return once === text ? text : redact(once);
}
