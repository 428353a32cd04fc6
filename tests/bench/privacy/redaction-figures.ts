import type { Figure } from "#scripts/lib/figure.ts";
import { redact } from "#contract/redaction.ts";
import { leftOf, ordinary, personalQueries } from "./judge.ts";

const share = (part: number, all: number) => (100 * part) / all;

/** Queries of the corpus of which personal data is left, and those without any that were changed; each is told in a line. */
export function redactionFigures(say: (line: string) => void): Figure[] {
	const personal = personalQueries();
	const left = personal.filter((query) => {
		const kept = redact(query.text);
		const isLeft = leftOf(query, kept).length > 0;
		if (isLeft) say(`left: ${query.kind}: “${query.text}” → “${kept}”`);
		return isLeft;
	});
	const kinds = [...new Set(personal.map(({ kind }) => kind))];
	const texts = ordinary();
	return [
		{ name: "personal data left", value: left.length, unit: "queries", goal: { op: "==", value: 0 }, of: `n = ${personal.length}, in four languages` },
		...kinds.map((kind): Figure => {
			const own = (list: { kind: string }[]) => list.filter((query) => query.kind === kind).length;
			return { name: `personal data left: ${kind}`, value: own(left), unit: "queries", goal: null, of: `n = ${own(personal)}` };
		}),
		harmedOf(
			"ordinary queries harmed",
			texts.map(({ text }) => text),
			"of support, in four languages",
			say,
		),
	];
}

/** The share of queries without personal data that redaction changes. */
export function harmedOf(name: string, queries: readonly string[], of: string, say: (line: string) => void): Figure {
	const harmed = queries.filter((query) => redact(query) !== query);
	for (const query of harmed) say(`harmed: “${query}” → “${redact(query)}”`);
	return { name, value: share(harmed.length, queries.length), unit: "%", goal: { op: "<=", value: 1 }, of: `${of}, n = ${queries.length}` };
}
