import { plainLine } from "#contract/plain-line.ts";

/** Brackets with numbers of sections. Examples: `[1]`, `[1, 2]`, `[section 1]`, `【1†source】` */
const citation = /[[【]\s*\^?(?:\p{L}+\s+)?([\d٠-٩]{1,2}(?:\s*[,،;&]\s*[\d٠-٩]{1,2})*)\s*(?:†[^\]】]*)?[\]】]/gu;
const onlyCitation = new RegExp(`^${citation.source}$`, "u");
/** Begins where the signs begin, and not at each of them: a model may repeat them without end. */
const afterSentence = new RegExp(`(?<![.!?؟。！？…:])([.!?؟。！？…:]+["'”»’)*_]*)\\s*((?:${citation.source}\\s*)+)`, "gu");
/** What nobody sees, but for signs that join letters or turn their direction: those are looked after elsewhere. */
const unseen = /(?![\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** A text without signs that nobody sees, by which words for a model could pass its readers. */
export function withoutUnseen(text: string): string {
	return text.replace(unseen, "");
}

/** Bold or code. */
const setOff = /(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1/g;

/**
 * A line without pictures, addresses of links, and tags, in which citations stand before the sign that ends their sentence: so none of them
 * ends a sentence, and each sentence keeps its citations.
 */
export function tidy(line: string): string {
	return line
		.replace(/!\[[^[\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, "")
		.replace(/(\[([^[\]]*)\])\([^)]*\)/g, (_, whole: string, label: string) => (onlyCitation.test(whole) ? whole : label))
		.replace(/<\/?[a-z!][^<>]*>/gi, "")
		.replace(afterSentence, " $2$1 ");
}

function toNumber(digits: string): number {
	return Number(digits.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)));
}

/** What a model wrote, as plain words. */
export interface Plain {
	text: string;
	/** Sections that are cited, from 1, each once. */
	cites: number[];
	/** What was set off as bold or as code: names of buttons, fields, values. */
	labels: string[];
}

/** Takes citations and marks of emphasis out of a sentence of a tidy line. Stranger markup stays as it is written, and nothing supports it. */
export function plainWords(written: string): Plain {
	const cites = [...written.matchAll(citation)].flatMap(([, numbers = ""]) => numbers.split(/\s*[,،;&]\s*/).map(toNumber));
	const said = written.replace(citation, "");
	const labels = [...said.matchAll(setOff)].map(([, , label = ""]) => label);
	const text = plainLine(withoutUnseen(said.replace(setOff, "$2").replace(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, "$2")))
		.replace(/\s+/g, " ")
		.replace(/\s+([.,;:!?؟،؛。])/g, "$1")
		.trim();
	return { text, cites: [...new Set(cites)], labels };
}
