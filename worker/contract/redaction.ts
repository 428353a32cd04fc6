import { ibanLengths } from "./iban-lengths.ts";
import { isOrdinaryNumber, isSequence } from "./ordinary-numbers.ts";

/** What stands in the text instead of what was removed. */
const marks = { email: "[email]", phone: "[phone]", card: "[card]", iban: "[iban]", token: "[token]", ip: "[ip]" } as const;

// Each pattern starts where a word starts (lookbehind), or looks ahead no further than so many signs, so that a long text costs time in
// proportion to its length.
const local = "\\p{L}\\p{M}\\p{N}._%+'’-";
const at = "(?:[@＠﹫]|%40|&#64;|&commat;| ?[(\\[{<] ?(?:at|ät|arroba|@) ?[)\\]}>] ?)";
const dot = "(?:[.。．]|%2e| ?[(\\[{<] ?(?:dot|punkt|punto|\\.) ?[)\\]}>] ?)";
const label = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const topLabel = "\\p{L}(?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const domain = `(?:(?:${label}${dot})+${topLabel}|\\[[\\d.]{7,15}\\]|\\[IPv6:[^\\]\\s]+\\])`;
const email = new RegExp(`(?<![${local}])(?:"[^"\\n]{1,64}"|[${local}]+)${at}${domain}`, "giu");
/** Signs that a local part may hold but an address in a text or a link seldom does; only what `email` leaves over is tried. */
const oddEmail = new RegExp(`(?<![!#$&*/=?^\`{|}~${local}])[!#$&*/=?^\`{|}~${local}]+@${domain}`, "giu");
/** `anna at example dot com` */
const spelledEmail = /(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]+ (?:at|ät|arroba) [\p{L}\p{N}-]+(?: (?:dot|punkt|punto) [\p{L}\p{N}-]+)+/giu;

const ibanStart = /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d{2}(?=[ -]?[A-Z0-9])/giu;

const knownToken =
	/(?<![A-Za-z0-9])(?:eyJ[\w-]{8,4000}\.[\w-]{8,}(?:\.[\w-]*)?|(?:(?:sk|pk|rk|npm)[_-]|(?:gh[opsur]|github_pat|glpat|xox[abposr]|whsec|shpat)[_-]|AKIA|ASIA(?!-)|AIza)(?=[\w-]{0,200}\d)[A-Za-z0-9_-]{12,})/g;
const passwordName = "password|passwort|kennwort|contraseña|passcode|passphrase|pwd|pin(?: code| number)?|كلمة (?:المرور|السر)";
const secretName = `${passwordName}|secret|token|api[ _-]?key|bearer`;
const labelled = new RegExp(
	`(?<![\\p{L}\\p{N}])(${secretName})(\\s+(?:is|was|ist|lautet|es|هي)\\s+|\\s*[:=]\\s*|\\s+)(?!\\[|(?:${secretName})(?![\\p{L}\\p{N}]))(\\S{4,})`,
	"giu",
);
const longRandom = /(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{24,}/g;

const digit = "[\\d٠-٩۰-۹०-९０-９]";
const gap = "(?:[^\\S\\n\\r]|[().．/⁄‐‑‒–—−·\\u200b-\\u200f\\u202a-\\u202e\\u2060-])";
const dottedQuad =
	/(?<![\p{L}\p{N}.-])(?<!\b(?:v|ver|version|build|release|chrome|edge|firefox|safari|ios|android) ?)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\p{L}\p{N}]|\.\p{N})/giu;
/** As written in full or with `::`; whether it is one, `URL` knows. */
const ipv6 = /(?<![\p{L}\p{N}:.])[23][\da-f]{3}:[\da-f:]{2,34}(?![\p{L}\p{N}])/giu;
const digitGroup = new RegExp(`${digit}+`, "gu");
const onlyGap = new RegExp(`^${gap}{1,3}$`, "u");
const digitRun = new RegExp(`(?<![\\p{L}\\p{N}_#]|\\p{N}[.-]|\\p{L}-)[+＋]?\\(?${digit}(?:${gap}{0,3}${digit}){6,}(?![\\p{L}\\p{N}_])`, "gu");
/** Words before a number that is dialled. Example: `call me on` */
const dialledAfter =
	/(?:^|[^\p{L}])(?:phone|tel|telephone|telefon|telefono|teléfono|téléphone|tél|mobile|mobil|móvil|handy|cell|call|ring|whatsapp|sms|fax)[^\p{L}\p{N}]*(?:(?:me|us|is|at|on|under|my|number|no|nr)[^\p{L}\p{N}]+){0,3}$/iu;

/** Decimal digits of any script as `0` to `9`, and every sign between them plain. */
function plain(run: string): string {
	return run
		.replace(/[٠-٩۰-۹]/g, (sign) => String(sign.charCodeAt(0) & 15))
		.replace(/[०-९]/g, (sign) => String(sign.charCodeAt(0) - 0x966))
		.replace(/[０-９]/g, (sign) => String(sign.charCodeAt(0) - 0xff10))
		.replace(/[‐‑‒–—−]/g, "-")
		.replace(/[⁄]/g, "/")
		.replace(/[．·]/g, ".")
		.replace(/＋/g, "+")
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060]/g, "")
		.replace(/\s/g, " ");
}

/** Luhn's check (ISO/IEC 7812-1), which every payment card number passes. */
function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const value = Number(digits[digits.length - 1 - index]);
		const doubled = index % 2 === 1 ? value * 2 : value;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** The check of ISO 7064 (mod 97-10) that every IBAN passes. */
function passesMod97(iban: string): boolean {
	let rest = 0;
	for (const sign of iban.slice(4) + iban.slice(0, 4)) {
		const value = Number.parseInt(sign, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
}

/** Removes IBANs: a known country, its length, and either the check digits or a body of mostly digits (a slip in typing). */
function removeIbans(text: string): string {
	let kept = "";
	let from = 0;
	for (const { index, 0: start } of text.matchAll(ibanStart)) {
		if (index < from) continue;
		const length = ibanLengths[start.slice(0, 2).toUpperCase()];
		const found = length && new RegExp(`^(?:[A-Z0-9][ .-]?){${length - 1}}[A-Z0-9](?![\\p{L}\\p{N}])`, "iu").exec(text.slice(index, index + 80))?.[0];
		if (!found) continue;
		const iban = found.replace(/[^A-Z0-9]/gi, "").toUpperCase();
		if (!passesMod97(iban) && !/\d{10}/.test(iban)) continue;
		kept += text.slice(from, index) + marks.iban;
		from = index + found.length;
	}
	return kept + text.slice(from);
}

/** What follows a label and is no secret: a state, a version, a quantity, a date, the name of a method; or a code of capitals. */
const noSecret =
	/^(?:(?:is)?n['’]t|wrong|invalid|expired?|incorrect|rejected|required|missing|empty|blank|locked|blocked|disabled|revoked|unknown|refused|denied|needed|reset|changed?|forgotten|link|error|problem|issue|please|cannot|true|false|null|none|undefined|falsch|ungültig|abgelaufen|vergessen|gesperrt|ändern|incorrecta|inválida|caducada|olvidada|bloqueada|cambiar|خاطئة|منتهية|(?:err|error|iso|gri|http)[_-]?\d+|v?\d[\d.:/-]*|\d+-?\p{L}+|(?:oauth|saml|sha|hs|rs|md|ios|tls|windows|office|iso|base|utf|step|page|version|http)[-_.]?\d[\d.]*|\d?fa)[.,;:?!)"']*$/iu;
const code = /^[A-Z]{2,}[_-]?\d{1,6}[.,;:?!)"']*$/;

function isSecret(name: string, between: string, value: string): boolean {
	if (new RegExp(`^(?:${passwordName})$`, "iu").test(name) && /^\d{4,12}[.,;!?]*$/.test(value)) return true;
	if (noSecret.test(value) || code.test(value)) return false;
	if (/[:=]/.test(between)) return true;
	const core = value.replace(/^[("']+|[.,;:?!)"']+$/g, "");
	const said = /\p{L}/u.test(between);
	return (
		core.length >= (said ? 4 : 6) && (/\d/.test(core) ? /\p{L}|[^\p{L}\p{N}]/u.test(core) : /[!@#$%^&*+~]/.test(core) || (said && /\p{Ll}\p{Lu}/u.test(core)))
	);
}

/** Random text changes between letters and digits within a part; `esg-report-2026-Q2-final` does not. */
function isRandom(text: string): boolean {
	return text
		.split(/[_-]/)
		.some(
			(part) =>
				(part.length >= 24 && /\d/.test(part) && /\p{L}/u.test(part)) || (part.length >= 8 && (part.match(/\d(?=\p{L})|\p{L}(?=\d)/gu)?.length ?? 0) >= 2),
		);
}

function removeAddress(found: string, ...[a, b, c, d]: string[]): string {
	const parts = [a, b, c, d].map(Number);
	const [first = 0, second = 0] = parts;
	const inner =
		first === 0 || first === 10 || first === 127 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second < 32) || first >= 224;
	return parts.some((part) => part > 255) || inner ? found : marks.ip;
}

function removeNumber(run: string, index: number, text: string): string {
	const written = plain(run);
	const digits = written.replace(/\D/g, "");
	const before = text.slice(Math.max(0, index - 40), index);
	if (isOrdinaryNumber(written, { before, after: text.slice(index + run.length, index + run.length + 20) })) return run;
	if (digits.length > 15) return marks.token;
	// Seven digits or more in a row, written as numbers are dialled: a plus, a leading zero, separators, or a word that says so.
	return /^[+(]|^0|[ ()./-]/.test(written) || digits.length >= 10 || dialledAfter.test(before) ? marks.phone : run;
}

/** Removes card numbers: neighbouring groups of digits, 13 to 19 together, that pass Luhn's check; whatever touches them. */
function removeCards(text: string): string {
	const groups = [...text.matchAll(digitGroup)].map(({ index, 0: { length } }) => ({ start: index, end: index + length, length }));
	let kept = "";
	let from = 0;
	groups.forEach(({ start }, first) => {
		if (start < from) return;
		let end = 0;
		for (let last = first, count = 0; last < groups.length; last++) {
			const group = groups[last];
			count += group?.length ?? 0;
			if (!group || count > 19 || (last > first && !onlyGap.test(text.slice(groups[last - 1]?.end, group.start)))) break;
			const written = plain(text.slice(start, group.end));
			if (count >= 13 && passesLuhn(written.replace(/\D/g, "")) && !isSequence(written, text.slice(group.end, group.end + 1))) end = group.end;
		}
		if (end === 0) return;
		kept += text.slice(from, start) + marks.card;
		from = end;
	});
	return kept + text.slice(from);
}

function removeOnce(text: string): string {
	const addressed = text.replace(knownToken, marks.token).replace(email, marks.email).replace(oddEmail, marks.email).replace(spelledEmail, marks.email);
	const unlabelled = removeIbans(addressed).replace(labelled, (found, name: string, between: string, value: string) =>
		isSecret(name, between, value) ? `${name}${between}${marks.token}` : found,
	);
	return removeCards(unlabelled)
		.replace(dottedQuad, removeAddress)
		.replace(ipv6, (found) => (URL.canParse(`http://[${found}]`) ? marks.ip : found))
		.replace(digitRun, removeNumber)
		.replace(longRandom, (found) => (isRandom(found) ? marks.token : found));
}

function removeAll(text: string): string {
	const once = removeOnce(text);
	// A mark can lay bare what stood beside it; each round takes away at least one sign that is no mark, so this ends.
	return once === text ? text : removeAll(once);
}

/** What nobody sees, but an empty braille cell, which looks like a space. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Digits of a script stand in a row, zero first, and no two rows touch but those of mathematics, which are no longer there. */
function valueOf(sign: string): string {
	let value = 0;
	for (let code = (sign.codePointAt(0) ?? 0) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) value++;
	return String(value % 10);
}

/** A text as it is read: without what nobody sees, drawn and wide letters as plain ones, digits of every script as `0` to `9`. */
function asRead(text: string): string {
	return text
		.replace(unseen, "")
		.normalize("NFKC")
		.replace(/(?![0-9])\p{Nd}/gu, valueOf);
}

/**
 * Removes personal data and secrets from free text: e-mail addresses, phone and card numbers, IBANs, public IP addresses, tokens.
 * The rest of the text is kept as it is, so that a search stays useful; where signs that nobody sees, drawn letters or digits of other
 * scripts hid something, all of it becomes plain. Idempotent.
 *
 * @param text any text, one line or many
 * @returns the text with a mark such as `[email]` where something was removed
 */
export function redact(text: string): string {
	const kept = removeAll(text);
	const read = asRead(text);
	if (read === text) return kept;
	const bare = removeAll(read);
	// What was taken out may let signs beside it join to others.
	return asRead(kept) === bare ? kept : redact(bare);
}
