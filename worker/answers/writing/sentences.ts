import type { AnswerPart } from "#contract/answers.ts";
import { plainWords, tidy, type Plain } from "./plain-words.ts";

/** A sentence of a model, or a line of a list, with what it says that it stands on. */
export interface Sentence extends Plain {
	as: AnswerPart["as"];
}

/** Makes sentences of a text that comes in pieces. */
export interface Sentences {
	/** Sentences that are complete now. */
	push(piece: string): Sentence[];
	/** What is left, complete or not. */
	end(): Sentence[];
}

/** A line without end is none that a reader waits for. In characters. */
const longestLine = 4000;

/** After these a full stop ends no sentence, nor after a single letter (`z. B.`). */
const abbreviation =
	/(?:^|[\s(“"„«])(?:\p{L}|e\.g|i\.e|approx|max|min|no|nos|vs|mr|mrs|ms|dr|st|fig|incl|bzw|ca|nr|vgl|inkl|zzgl|evtl|ggf|abs|art|tel|std|mind|núm|pág|sr|sra|ud|uds|ej|aprox)\.\s*$/iu;
/** `am 3. März` */
const ordinal = /(?:^|\s)\d{1,2}\.\s*$/;

/** How a citation, a link and a tag begin, and how they end. */
const halves = [
	{ begins: ["[", "【"], ends: ["]", "】"] },
	{ begins: ["]("], ends: [")"] },
	{ begins: ["<"], ends: [">"] },
];

/** Whether a citation, link or tag has begun, and not ended. Looked at with each piece, so in a time that grows with the text only. */
function isHalfThere(text: string): boolean {
	const lastOf = (signs: string[]) => Math.max(...signs.map((sign) => text.lastIndexOf(sign)));
	return halves.some(({ begins, ends }) => lastOf(begins) > lastOf(ends));
}

/** What a citation closes is a sentence, also where the next one begins small (`kWh`). */
const afterCitation = /(?=\S)(?<=[\]】]\s*[.!?؟。！？…]+["'”»’)*_]*\s+)/u;

const marker = /^\s*(?:(\d{1,2}[.)]|[٠-٩]{1,2}[.)-])|[-*•–])\s+/u;
const ornament = /^\s*(?:>\s*|#{1,6}\s+|`{3,}.*$|[-*_]{3,}\s*$)+/;

/** Sentences of a language; each line ends one, and a line of a list is one. */
export function createSentences(locale: string): Sentences {
	const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
	const ordinals = locale.startsWith("de");
	let rest = "";
	let isTooLong = false;
	/** Letters came since sentences were looked for: signs alone make none, however many a model repeats. */
	let isNew = false;
	/** Sentences of the line that is still open were told already. */
	let isBegun = false;
	return {
		push(piece) {
			const lines = (rest + piece.replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")).split("\n");
			const open = lines.pop() ?? "";
			const found = lines.flatMap((line) => readLine(line));
			rest = open;
			isNew ||= /\p{L}/u.test(piece);
			// Most pieces end nothing.
			if (!isTooLong && isNew && /[.!?؟。！？…]/u.test(piece) && !isHalfThere(open) && (isBegun || !marker.test(open))) {
				isNew = false;
				found.push(...settled(open));
			}
			if (rest.length > longestLine) {
				isTooLong = true;
				rest = "";
			}
			return found;
		},
		end() {
			const found = readLine(rest);
			rest = "";
			return found;
		},
	};

	function readLine(line: string): Sentence[] {
		const isLost = isTooLong || line.length > longestLine;
		const isBeginning = !isBegun;
		isTooLong = isBegun = false;
		if (isLost) return [];
		const item = isBeginning ? marker.exec(line) : null;
		if (item) return sentence(tidy(line.slice(item[0].length)), item[1] === undefined ? "point" : "step");
		const text = isBeginning ? line.replace(ornament, "") : line;
		return split(tidy(text)).flatMap((part) => sentence(part, "paragraph"));
	}

	function settled(line: string): Sentence[] {
		const parts = split(tidy(isBegun ? line : line.replace(ornament, "")));
		// The last one that says something may go on.
		const done = parts.slice(
			0,
			Math.max(
				0,
				parts.findLastIndex((part) => /\p{L}/u.test(part)),
			),
		);
		if (done.length === 0) return [];
		isBegun = true;
		rest = parts.slice(done.length).join("");
		return done.flatMap((part) => sentence(part, "paragraph"));
	}

	function split(text: string): string[] {
		const parts: string[] = [];
		for (const segment of [...segmenter.segment(text)].flatMap((part) => part.segment.split(afterCitation))) {
			const last = parts.at(-1);
			if (last !== undefined && (abbreviation.test(last) || (ordinals && ordinal.test(last)))) parts[parts.length - 1] = last + segment;
			else parts.push(segment);
		}
		return parts;
	}
}

function sentence(written: string, as: Sentence["as"]): Sentence[] {
	const plain = plainWords(written);
	return plain.text === "" ? [] : [{ ...plain, as }];
}
