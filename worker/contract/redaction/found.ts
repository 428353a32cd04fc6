import { fold, type Folded } from "./fold.ts";

/** What stands in the text instead of what was removed. */
export const marks = { email: "[email]", phone: "[phone]", card: "[card]", iban: "[iban]", token: "[token]", ip: "[ip]", name: "[name]" } as const;

export type Mark = (typeof marks)[keyof typeof marks];

/** A part of a folded text that is to be removed. */
export interface Found {
	start: number;
	end: number;
	mark: Mark;
}

/** Finds what is to be removed, from the begin of a folded text to its end; none touches another. */
export type Finder = (text: string) => Found[];

type MarkOf = (match: RegExpExecArray, text: string) => Mark | null;

function findPart(pattern: RegExp, partOf: (match: RegExpExecArray) => string, markOf: MarkOf): Finder {
	return (text) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const mark = markOf(match, text);
			const end = match.index + match[0].length;
			return mark === null ? [] : [{ start: end - partOf(match).length, end, mark }];
		});
}

/**
 * A finder of the last group of a pattern, which ends with the match, or of all of it where it has no group.
 *
 * @param pattern with the flag `g`
 * @param markOf mark of that part; null where it stays
 */
export function findBy(pattern: RegExp, markOf: Mark | ((part: string, match: RegExpExecArray, text: string) => Mark | null)): Finder {
	const lastGroup = (match: RegExpExecArray) => match.at(-1) ?? match[0];
	return findPart(pattern, lastGroup, (match, text) => (typeof markOf === "string" ? markOf : markOf(lastGroup(match), match, text)));
}

/** A finder of all that a pattern matches, whatever groups it has. */
export function findWhole(pattern: RegExp, markOf: MarkOf): Finder {
	return findPart(pattern, ([all]) => all, markOf);
}

/** A finder that looks only into texts that hold a sign, without which it finds nothing: most texts have none. */
export function findWhere(sign: string, find: Finder): Finder {
	return (text) => (text.includes(sign) ? find(text) : []);
}

/** Puts marks where something was found in the folded text; all else stays as it was written. */
function putMarks(text: string, { places }: Folded, found: readonly Found[]): string {
	let kept = "";
	let from = 0;
	for (const { start, end, mark } of found) {
		kept += text.slice(from, places ? places[start]?.start : start) + mark;
		from = (places ? places[end - 1]?.end : end) ?? text.length;
	}
	return kept + text.slice(from);
}

/** Removes what each finder finds, one after the other, each in what the one before has left. */
export function removeFound(text: string, finders: readonly Finder[]): string {
	let kept = text;
	let folded = fold(kept);
	for (const find of finders) {
		const found = find(folded.plain);
		if (found.length === 0) continue;
		kept = putMarks(kept, folded, found);
		folded = fold(kept);
	}
	return kept;
}
