/** What stands in the text instead of what was removed. */
const marks = { email: "[email]", phone: "[phone]", card: "[card]", iban: "[iban]", token: "[token]" } as const;

const email = /[\p{L}\p{N}._%+'-]+(?:@|%40| ?\(at\) ?| ?\[at\] ?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi;
const knownToken = /\b(?:eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abps]|AKIA|ASIA|AIza|whsec|shpat|npm)[_-]?[A-Za-z0-9_-]{12,})/g;
const labelledSecret = /\b(password|passwort|passcode|pin|secret|token|api[ _-]?key|bearer)(\s*(?:is|[:=])\s*|\s+(?=\S*\d))(?!\[)(\S{4,})/gi;
const longRandom = /\b(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{24,}\b/g;
const digitRun = /(?<![\p{L}\p{N}_.-])\+?\(?\d(?:[ ()./\-–]{0,2}\d){6,18}(?![\p{L}\p{N}_])/gu;

/** Luhn's check (ISO/IEC 7812-1), which every payment card number passes. */
function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const digit = Number(digits[digits.length - 1 - index]);
		const doubled = index % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** A year, a date or a span of them is not a phone number. */
function looksLikeDate(text: string): boolean {
	return /^(?:(?:19|20)\d{2}[ ./\-–]\d{1,2}[ ./\-–]\d{1,2}|\d{1,2}[ ./\-–]\d{1,2}[ ./\-–](?:19|20)?\d{2}|(?:19|20)\d{2} ?[/\-–] ?(?:19|20)\d{2}|(?:19|20)\d{6})$/.test(text.trim());
}

function replaceDigitRun(run: string): string {
	const digits = run.replace(/\D/g, "");
	if (looksLikeDate(run)) return run;
	if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return marks.card;
	// Seven digits or more in a row, written as numbers are dialled: a plus, a leading zero, or separators.
	const dialled = /^\+|^\(?0|[ ()./\-–]/.test(run) || digits.length >= 10;
	return dialled && digits.length >= 7 && digits.length <= 15 ? marks.phone : digits.length > 15 ? marks.token : run;
}

/**
 * Removes personal data and secrets from free text: e-mail addresses, phone and card numbers, IBANs, tokens.
 * The rest of the text is kept as it is, so that a search stays useful. Idempotent.
 *
 * @param text any text, one line or many
 * @returns the text with a mark such as `[email]` where something was removed
 */
export function redact(text: string): string {
	return text
		.replace(knownToken, marks.token)
		.replace(email, marks.email)
		.replace(iban, (found) => (/\d{6}/.test(found.replace(/\s/g, "").slice(4)) ? marks.iban : found))
		.replace(labelledSecret, (_, label: string, between: string) => `${label}${between}${marks.token}`)
		.replace(digitRun, replaceDigitRun)
		.replace(longRandom, marks.token);
}
