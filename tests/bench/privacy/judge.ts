import { frames, personalData } from "./personal-data.ts";
import { ordinaryQueries } from "./ordinary-queries.ts";

/** A query with personal data in it. */
export interface PersonalQuery {
	kind: string;
	locale: string;
	text: string;
	/** The parts of it that are personal. */
	spans: string[];
}

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

/** Every line of the corpus by itself, and in one sentence of each language. */
export function personalQueries(): PersonalQuery[] {
	const lines = Object.entries(personalData).flatMap(([kind, text]) => linesOf(text).map((line) => ({ kind, line })));
	return lines.flatMap(({ kind, line }, place) =>
		Object.entries(frames).flatMap(([locale, sentences]) => {
			const chosen = sentences[place % sentences.length] ?? "{}";
			return [...new Set(locale === "en" ? ["{}", chosen] : [chosen])].map((frame) => fill(kind, locale, line, frame));
		}),
	);
}

function fill(kind: string, locale: string, line: string, frame: string): PersonalQuery {
	const marked = [...line.matchAll(/⟦([^⟧]*)⟧/g)].map(([, span = ""]) => span);
	return { kind, locale, text: frame.replace("{}", () => line.replace(/[⟦⟧]/g, "")), spans: marked.length > 0 ? marked : [line] };
}

/** Queries without personal data, each once. */
export function ordinary(): { kind: string; text: string }[] {
	return Object.entries(ordinaryQueries).flatMap(([kind, text]) => linesOf(text).map((line) => ({ kind, text: line })));
}

/** Letters and digits in a row that tell something of somebody; what is shorter counts as a whole. */
const telling = 4;

const bare = (text: string) =>
	text
		.normalize("NFKC")
		.replace(/\[(?:email|phone|card|iban|token|ip|name)\]/g, "|")
		.replace(/[^\p{L}\p{N}|]/gu, "")
		.toLowerCase();

/**
 * What of the personal parts of a query is still in a text: pieces of four letters or digits in a row, whatever stood between them, that
 * are not also in the rest of the query.
 */
export function leftOf({ text, spans }: Pick<PersonalQuery, "text" | "spans">, kept: string): string[] {
	const rest = bare(spans.reduce((around, span) => around.replace(span, "|"), text));
	const remains = bare(kept);
	return spans.flatMap(piecesOf).filter((piece) => remains.includes(piece) && !rest.includes(piece));
}

function piecesOf(span: string): string[] {
	const letters = Array.from(bare(span));
	if (letters.length <= telling) return [letters.join("")];
	return letters.slice(telling - 1).map((_, place) => letters.slice(place, place + telling).join(""));
}
