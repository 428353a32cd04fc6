import type { Figure, Part } from "#scripts/lib/figure.ts";
import { readDevData, withoutDevData } from "../search/dev-data.ts";
import { harmedOf, redactionFigures } from "./redaction-figures.ts";

async function onCorpus(say: (line: string) => void): Promise<Figure[]> {
	return redactionFigures(say);
}

async function onRealQueries(say: (line: string) => void): Promise<Figure[] | string> {
	const data = readDevData();
	if (!data) return withoutDevData;
	const queries = [...data.queries, ...data.typos, ...data.none].map(({ query }) => query);
	return [harmedOf("ordinary queries harmed: search-dev", queries, "people's requests to an assistant", say)];
}

/** Redaction: nothing personal is left, and ordinary words stay. Goals: issue 9. What the Worker stores of them: tests/worker/privacy.test.ts. */
export const parts: Part[] = [
	{ name: "redaction of the corpus", measure: onCorpus },
	{ name: "redaction of people's requests", measure: onRealQueries },
];
