import type { Search } from "#site/search/create-search.ts";
import type { Outcome } from "./metrics.ts";
import { articleKey, type QueryLine } from "./read-queries.ts";

/** What is written for each query. */
export interface QueryResult {
	query: string;
	/** Best first; ten where there are so many, also when they are no answer. */
	results: { id: string; url: string; score: number }[];
	answered: boolean;
	/** 0 to 1 */
	confidence: number;
	ms: number;
}

const wanted = 10;

/** Asks every query, one after another, and times each. */
export async function runQueries(search: Search, lines: QueryLine[], onProgress: (done: number) => void = () => {}): Promise<QueryResult[]> {
	const results: QueryResult[] = [];
	for (const { query } of lines) {
		const start = performance.now();
		const answer = await search(query, { limit: wanted, complete: true });
		const ms = performance.now() - start;
		results.push({
			query,
			results: answer.results.map(({ document: { id, url }, score }) => ({ id, url, score: Number(score.toFixed(4)) })),
			answered: answer.answered,
			confidence: Number(answer.confidence.toFixed(4)),
			ms: Number(ms.toFixed(3)),
		});
		onProgress(results.length);
	}
	return results;
}

/** Results beside what was expected, as the metrics want them; queries of which nothing is expected are left out. */
export function outcomesOf(lines: QueryLine[], results: QueryResult[]): Outcome[] {
	return results.flatMap((result, index) => {
		const expected = lines[index]?.expected;
		if (expected === undefined) return [];
		const right = expected && new Set(expected.map(articleKey));
		const rightId = (id: string, url: string) => (right?.has(id) || right?.has(articleKey(url)) ? "expected" : id);
		return [
			{
				...result,
				expected: right ? ["expected"] : null,
				results: result.results.map(({ id, url, score }) => ({ id: rightId(id, url), score })),
			},
		];
	});
}
