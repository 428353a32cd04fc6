import { ibanLengths } from "../iban-lengths.ts";
import { isSequence } from "../ordinary-numbers.ts";
import { marks, type Finder, type Found } from "./found.ts";

const ibanStart = /(?<![\p{L}\p{N}])[A-Z] ?[A-Z][ .-]?\d{2}(?=[ .-]?[A-Z0-9])/giu;
const digitGroup = /\d+/g;
const groupGap = /^(?:[^\S\n\r]|[().,/_*-]){1,3}$/;
const fourFours = /^\d{4}(?:,\d{4}){3}$/;
/** Valid until, and the check number, behind a card. */
const cardTail = /^[\s/|,;-]{1,3}\d{1,2}[/-]\d{2,4}[\s/|,;-]{1,3}\d{3,4}(?!\d)/;

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

/** IBANs: a known country, its length, and either the check digits or a body of mostly digits (a slip in typing). */
export const findIbans: Finder = (text) => {
	const all: Found[] = [];
	for (const { index, 0: start } of text.matchAll(ibanStart)) {
		if (index < (all.at(-1)?.end ?? 0)) continue;
		const length = ibanLengths[start.replace(/[^A-Z]/gi, "").toUpperCase()];
		const found = length && new RegExp(`^(?:[A-Z0-9][ .-]?){${length - 1}}[A-Z0-9](?![\\p{L}\\p{N}])`, "iu").exec(text.slice(index, index + 80))?.[0];
		if (!found) continue;
		const iban = found.replace(/[^A-Z0-9]/gi, "").toUpperCase();
		if (passesMod97(iban) || /\d{10}/.test(iban)) all.push({ start: index, end: index + found.length, mark: marks.iban });
	}
	return all;
};

/** Card numbers: neighbouring groups of digits, 13 to 19 together, that pass Luhn's check; whatever touches them. */
export const findCards: Finder = (text) => {
	let before = 0;
	const groups = [...text.matchAll(digitGroup)].map(({ index, 0: { length } }) => {
		const joins = groupGap.test(text.slice(before, index));
		before = index + length;
		return { start: index, end: before, length, joins };
	});
	const all: Found[] = [];
	groups.forEach(({ start }, first) => {
		if (start < (all.at(-1)?.end ?? 0)) return;
		let end = 0;
		for (let last = first, count = 0; last < groups.length; last++) {
			const group = groups[last];
			count += group?.length ?? 0;
			if (!group || count > 19 || (last > first && !group.joins)) break;
			if (count < 13) continue;
			const written = text.slice(start, group.end);
			if (isCard(written, text.slice(Math.max(0, start - 2), start), text.slice(group.end, group.end + 1))) end = group.end;
		}
		if (end > 0) all.push({ start, end: end + (cardTail.exec(text.slice(end, end + 20))?.[0].length ?? 0), mark: marks.card });
	});
	return all;
};

/** @param before the two signs before it @param after the sign after it */
function isCard(written: string, before: string, after: string): boolean {
	if (/0x$/i.test(before) || isSequence(written, after) || (written.includes(",") && !fourFours.test(written))) return false;
	return passesLuhn(written.replace(/\D/g, ""));
}
