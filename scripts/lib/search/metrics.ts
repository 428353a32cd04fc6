/** What one query of a collection came to. */
export interface Outcome {
	/** Ids of the articles that answer the query, any of them; null where no article does. */
	expected: string[] | null;
	/** Best first. */
	results: { id: string; score: number }[];
	/** Whether the engine says that it has an answer; left out by engines that don't say. */
	answered?: boolean;
	/** How sure the engine is that it has an answer; higher is surer. For an engine that does not say: the best result's score, 0 without one. */
	confidence: number;
	ms: number;
}

/** Shares are 0–1, times in milliseconds; null where there is nothing to measure it on. */
export type Figure = number | null;

type Answerable = Outcome & { expected: string[] };

function answerable(outcomes: Outcome[]): Answerable[] {
	return outcomes.filter((outcome): outcome is Answerable => outcome.expected !== null);
}

function unanswerable(outcomes: Outcome[]): Outcome[] {
	return outcomes.filter(({ expected }) => expected === null);
}

function mean(values: number[]): Figure {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share<T>(items: T[], test: (item: T) => boolean): Figure {
	return mean(items.map((item) => (test(item) ? 1 : 0)));
}

/** Where the first expected article stands, from 1; Infinity if nowhere. */
function rankOf({ expected, results }: Answerable): number {
	const position = results.findIndex(({ id }) => expected.includes(id));
	return position === -1 ? Infinity : position + 1;
}

/** Share of answerable queries with an expected article among the first `k` results. */
export function recallAt(k: number, outcomes: Outcome[]): Figure {
	return share(answerable(outcomes), (outcome) => rankOf(outcome) <= k);
}

/** Mean over answerable queries of 1 ÷ the rank of the first expected article, 0 where it is not among the first `k`. */
export function mrrAt(k: number, outcomes: Outcome[]): Figure {
	return mean(
		answerable(outcomes)
			.map(rankOf)
			.map((rank) => (rank <= k ? 1 / rank : 0)),
	);
}

/** Share of answerable queries that return nothing. */
export function zeroResultRate(outcomes: Outcome[]): Figure {
	return share(answerable(outcomes), ({ results }) => results.length === 0);
}

/**
 * Share of unanswerable queries that a threshold on confidence would turn away: the highest threshold that lets at least `keep` of the
 * answerable ones through. What stands exactly at the threshold gets through.
 */
export function noneRecognised(outcomes: Outcome[], keep = 0.95): Figure {
	const sure = answerable(outcomes)
		.map(({ confidence }) => confidence)
		.sort((a, b) => b - a);
	if (sure.length === 0) return null;
	// The small number is for products such as 0.07 × 100, which is a little more than 7.
	const kept = Math.ceil(keep * sure.length - 1e-9);
	const threshold = sure[kept - 1] ?? Infinity;
	return share(unanswerable(outcomes), ({ confidence }) => confidence < threshold);
}

/** Share of unanswerable queries where the engine says that it has no answer. Null for an engine that never says. */
export function noneAnsweredNo(outcomes: Outcome[]): Figure {
	return says(outcomes) ? share(unanswerable(outcomes), ({ answered }) => answered === false) : null;
}

/** Share of answerable queries where the engine says that it has an answer. Null for an engine that never says. */
export function answerableKept(outcomes: Outcome[]): Figure {
	return says(outcomes) ? share(answerable(outcomes), ({ answered }) => answered === true) : null;
}

function says(outcomes: Outcome[]): boolean {
	return outcomes.some(({ answered }) => answered !== undefined);
}

/** The chance that an answerable query has more confidence than an unanswerable one, ties counted half: 0.5 tells nothing, 1 tells all. */
export function auc(outcomes: Outcome[]): Figure {
	const sorted = outcomes.toSorted((a, b) => a.confidence - b.confidence);
	let below = 0;
	let won = 0;
	for (let start = 0, end; start < sorted.length; start = end) {
		end = start + 1;
		while (end < sorted.length && sorted[end]?.confidence === sorted[start]?.confidence) end++;
		const tied = sorted.slice(start, end);
		const nones = unanswerable(tied).length;
		won += (tied.length - nones) * (below + nones / 2);
		below += nones;
	}
	const pairs = below * (outcomes.length - below);
	return pairs === 0 ? null : won / pairs;
}

/** The time that `part` (0–1) of all queries stay within; 0.5 is the median. */
export function timeWithin(part: number, outcomes: Outcome[]): Figure {
	const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
	return times[Math.max(0, Math.ceil(part * times.length - 1e-9) - 1)] ?? null;
}

/** Every figure of one engine on one collection. */
export function searchFigures(outcomes: Outcome[], keep?: number) {
	return {
		recallAt1: recallAt(1, outcomes),
		recallAt5: recallAt(5, outcomes),
		mrrAt10: mrrAt(10, outcomes),
		zeroResultRate: zeroResultRate(outcomes),
		noneRecognised: noneRecognised(outcomes, keep),
		noneAnsweredNo: noneAnsweredNo(outcomes),
		answerableKept: answerableKept(outcomes),
		auc: auc(outcomes),
		medianMs: timeWithin(0.5, outcomes),
		p95Ms: timeWithin(0.95, outcomes),
	} satisfies Record<string, Figure>;
}
