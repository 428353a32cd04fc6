import { describe, expect, it } from "vitest";
import {
	answerableKept,
	auc,
	mrrAt,
	noneAnsweredNo,
	noneRecognised,
	recallAt,
	searchFigures,
	timeWithin,
	zeroResultRate,
	type Outcome,
} from "../../scripts/lib/search/metrics.ts";

/** An answerable query whose results are the given ids; "right" is the expected one. */
function found(results: string[], rest: Partial<Outcome> = {}): Outcome {
	return { expected: ["right"], results: results.map((id) => ({ id, score: 1 })), confidence: 1, ms: 1, ...rest };
}

function none(rest: Partial<Outcome> = {}): Outcome {
	return { expected: null, results: [], confidence: 0, ms: 1, ...rest };
}

function sure(confidences: number[]): Outcome[] {
	return confidences.map((confidence) => found(["right"], { confidence }));
}

function unsure(confidences: number[]): Outcome[] {
	return confidences.map((confidence) => none({ confidence }));
}

describe("recall", () => {
	const outcomes = [found(["right"]), found(["a", "b", "c", "d", "right"]), found(["a", "b", "c", "d", "e", "right"]), found([])];

	it("is the share of queries with the expected article among the first results", () => {
		expect([recallAt(1, outcomes), recallAt(5, outcomes), recallAt(10, outcomes)]).toEqual([0.25, 0.5, 0.75]);
	});

	it("counts any of several expected articles, once", () => {
		expect(recallAt(5, [found(["b", "a"], { expected: ["a", "b"] })])).toBe(1);
	});

	it("leaves out queries that nothing answers", () => {
		expect(recallAt(5, [found(["right"]), none({ results: [{ id: "right", score: 1 }] })])).toBe(1);
	});
});

describe("the mean reciprocal rank", () => {
	it("halves for the second place and is 0 beyond the last place that counts", () => {
		const eleventh = found(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "right"]);
		expect(mrrAt(10, [found(["right"]), found(["a", "right"]), eleventh, found([])])).toBe(0.375);
	});

	it("takes the best placed of several expected articles", () => {
		expect(mrrAt(10, [found(["x", "b", "a"], { expected: ["a", "b"] })])).toBe(0.5);
	});
});

describe("the share of empty lists", () => {
	it("is taken over answerable queries", () => {
		expect(zeroResultRate([found([]), found(["wrong"]), none(), none()])).toBe(0.5);
	});
});

describe("recognising queries that nothing answers", () => {
	const answered = sure(Array.from({ length: 20 }, (_, position) => position + 1));

	it("puts the threshold where 95 % of the answerable ones get through", () => {
		expect(noneRecognised([...answered, ...unsure([0, 1.9, 2, 30])])).toBe(0.5);
	});

	it("puts it where it is told to", () => {
		expect(noneRecognised([...answered, ...unsure([0, 10.9, 11, 30])], 0.5)).toBe(0.5);
		expect(noneRecognised([...answered, ...unsure([0, 1])], 1)).toBe(0.5);
	});

	it("is not moved by how a product of fractions is rounded", () => {
		const hundred = sure(Array.from({ length: 100 }, (_, position) => position + 1));
		expect(noneRecognised([...hundred, ...unsure([93.5])], 0.07)).toBe(1);
	});

	it("recognises none when too many answerable queries are as unsure", () => {
		expect(noneRecognised([...sure([0, 0, 5]), ...unsure([0, 0])])).toBe(0);
	});
});

describe("what an engine says of having an answer", () => {
	const outcomes = [
		found(["right"], { answered: true }),
		found(["right"], { answered: true }),
		found(["right"], { answered: false }),
		found(["right"], { answered: true }),
		none({ answered: false }),
		none({ answered: true }),
	];

	it("is judged apart for queries with an answer and without", () => {
		expect([answerableKept(outcomes), noneAnsweredNo(outcomes)]).toEqual([0.75, 0.5]);
	});

	it("is unknown for an engine that never says", () => {
		const silent = [found(["right"]), none()];
		expect([answerableKept(silent), noneAnsweredNo(silent)]).toEqual([null, null]);
	});
});

describe("the area under the curve", () => {
	it.each([
		["always surer of answerable queries", [2, 3], [0, 1], 1],
		["always surer of the others", [0, 1], [2, 3], 0],
		["equally sure of all", [1, 1, 1], [1, 1], 0.5],
		["tied once in four pairs", [1, 2], [0, 1], 0.875],
		["wrong once in four pairs", [0.5, 2], [0, 1], 0.75],
	])("of an engine that is %s", (_, answered, unanswered, value) => {
		expect(auc([...sure(answered), ...unsure(unanswered)])).toBe(value);
	});

	it("equals what comparing every pair gives", () => {
		const numbers = Array.from({ length: 60 }, (_, position) => (position * 37) % 11);
		const [answered, unanswered] = [numbers.slice(0, 35), numbers.slice(35)];
		const wins = answered.flatMap((a) => unanswered.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
		const share = wins.reduce((sum, win) => sum + win, 0) / wins.length;
		expect(auc([...unsure(unanswered), ...sure(answered)])).toBeCloseTo(share, 12);
	});
});

describe("times", () => {
	const outcomes = Array.from({ length: 20 }, (_, position) => none({ ms: 20 - position }));

	it("are the ones that half, or 95 %, of all queries stay within", () => {
		expect([timeWithin(0.5, outcomes), timeWithin(0.95, outcomes), timeWithin(1, outcomes)]).toEqual([10, 19, 20]);
	});
});

describe("all figures together", () => {
	it("are unknown where there is nothing to measure", () => {
		expect(new Set(Object.values(searchFigures([])))).toEqual(new Set([null]));
	});

	it("do not change the outcomes", () => {
		const outcomes = [found(["right"], { confidence: 2, ms: 9 }), none({ confidence: 5, ms: 3 }), found([], { confidence: 1, ms: 4 })];
		const before = structuredClone(outcomes);
		searchFigures(outcomes);
		expect(outcomes).toEqual(before);
	});

	it("have one value each", () => {
		expect(
			searchFigures([found(["right"], { confidence: 3, answered: true, ms: 1 }), found([], { confidence: 1, ms: 2 }), none({ answered: false, ms: 3 })]),
		).toEqual({
			recallAt1: 0.5,
			recallAt5: 0.5,
			mrrAt10: 0.5,
			zeroResultRate: 0.5,
			noneRecognised: 1,
			noneAnsweredNo: 1,
			answerableKept: 0.5,
			auc: 1,
			medianMs: 2,
			p95Ms: 3,
		});
	});
});
