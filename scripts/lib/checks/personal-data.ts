import { redact } from "#contract/redaction.ts";
import type { PersonalKind } from "./personal-allowed.ts";

/** Personal data in a line. */
export interface PersonalFound {
	kind: PersonalKind;
	/** As written. */
	words: string;
	index: number;
}

/** What a line must hold to be worth a closer look: an @ in one of its spellings, four numbers with points, or seven digits close together. */
const suspicious = /[@＠﹫]|%40|&#64;|&commat;|[([{<] ?at ?[)\]}>]| at [\p{L}\p{N}-]+ dot |\d\.\d{1,3}\.\d{1,3}\.\d|\p{Nd}(?:\P{Nd}{0,3}\p{Nd}){6}/iu;
const mark = /\[(email|phone|card|iban|token|ip|name)\]/;

/** How much before a number is looked at for what it is. */
const nearby = 200;

const phoneWord = /(?:phone|tel|telephone|mobile|cell|call|ring|whatsapp|sms|fax)[^\p{L}\p{N}]*(?:(?:me|us|is|at|on|number|no)[^\p{L}\p{N}]+){0,3}$/iu;

/** Whether a number is written as one dials it. */
function isDialled(words: string, before: string): boolean {
	const digits = words.replace(/\D/g, "").length;
	if (/[\d.,]$/.test(before) || /\/.*\//.test(words) || /^\d+\.\d+$/.test(words)) return false;
	if (/^[+＋]|^00[1-9]/.test(words)) return digits >= 9;
	if (/^\(?0[1-9]/.test(words)) return digits >= 9 && /^\(?0\d*[ ()/-]|^0\d{9,10}$/.test(words);
	return /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(words) || (digits >= 7 && phoneWord.test(before));
}

/** As cards are printed: in one, in fours, or as American Express does. */
const printedCard = /^\d{13,19}$|^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ -])\d{6}\2\d{4,5}$/;
/** Sections of a standard look like addresses, with smaller numbers. */
const manyDigits = /\d{2,}.*\.\d{2,}/;

/**
 * Whether something is written as one writes it. Redaction takes away whatever could be personal; an article is full of figures, and a
 * warning on each would teach nobody anything.
 */
function isWrittenLike(kind: PersonalKind, words: string, before: string): boolean {
	if (kind === "card") return printedCard.test(words);
	if (kind === "ip") return manyDigits.test(words);
	return kind !== "phone" || isDialled(words, before);
}

function isKind(name: string | undefined): name is PersonalKind {
	return name === "email" || name === "phone" || name === "card" || name === "iban" || name === "ip";
}

/**
 * Finds in a line what redaction would remove from what customers type: the same code says what is personal here and there.
 * Names cannot be recognised; secrets are for the rule secrets/*.
 */
export function findPersonal(line: string): PersonalFound[] {
	if (!suspicious.test(line)) return [];
	const redacted = redact(line);
	if (redacted === line) return [];
	// What is kept and the marks take turns; between what is kept stands what was removed.
	const parts = redacted.split(mark);
	const kept = parts.filter((_, index) => index % 2 === 0);
	const kinds = parts.filter((_, index) => index % 2 === 1);
	const gaps = gapsBetween(kept, line);
	return kinds.flatMap((kind, index) => {
		const { start, end } = gaps[index] ?? { start: 0, end: 0 };
		const words = line.slice(start, end);
		if (words === "" || !isKind(kind) || mark.test(words)) return [];
		return isWrittenLike(kind, words, line.slice(Math.max(0, start - nearby), start)) ? [{ kind, words, index: start }] : [];
	});
}

/**
 * Where a line has something else between the parts that it keeps; nothing from the first part on that is not in the line.
 * A pattern made of the parts would be too large for a line with thousands of them.
 */
function gapsBetween([first = "", ...kept]: string[], line: string): { start: number; end: number }[] {
	const gaps: { start: number; end: number }[] = [];
	let start = first.length;
	for (const [index, part] of kept.entries()) {
		const end = index === kept.length - 1 ? line.length - part.length : line.indexOf(part, start + 1);
		if (end <= start || !line.startsWith(part, end)) break;
		gaps.push({ start, end });
		start = end + part.length;
	}
	return gaps;
}
