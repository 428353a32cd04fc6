import { describe, expect, it } from "vitest";
import { addDays } from "#worker/lib/days.ts";
import { findAnomalies, lookBack, type Anomaly, type JudgedDay } from "#worker/reports/anomalies/find-anomalies.ts";
import { usualCount } from "#worker/reports/anomalies/jump.ts";
import { tellOnce, type Told } from "#worker/reports/anomalies/tell-once.ts";

const day = "2026-11-19";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function poisson(mean: number, random: () => number): number {
	const limit = Math.exp(-Math.min(mean, 500));
	let n = 0;
	for (let product = random(); product > limit; product *= random()) n++;
	return n;
}

/** A count whose variance is `spread` times its mean: what is written is doubled or not by chance, as one problem makes several people write. */
function busy(mean: number, spread: number, random: () => number): number {
	if (spread === 1) return poisson(mean, random);
	// Compound Poisson: geometric bursts with mean b have spread 2b - 1.
	const burst = (spread + 1) / 2;
	let n = 0;
	for (let bursts = poisson(mean / burst, random); bursts > 0; bursts--) {
		n++;
		while (random() > 1 / burst) n++;
	}
	return n;
}

const weekdays = [1.2, 1.3, 1.2, 1.1, 1, 0.4, 0.3];
/** Usual tickets a day of twelve categories. */
const categories = [0.1, 0.3, 0.5, 1, 1, 2, 3, 5, 8, 12, 20, 40];

/** Ordinary days, of which nothing is wrong. */
function quietDays(spread: number, random: () => number, count: number): Map<string, JudgedDay> {
	return new Map(
		Array.from({ length: count }, (_, ago) => {
			const season = weekdays[ago % 7] ?? 1;
			const searches = poisson(300 * season, random);
			const rate = 0.12 + 0.03 * (random() - 0.5) * spread;
			const zero = Array.from({ length: searches }).filter(() => random() < rate).length;
			const tickets = Object.fromEntries(categories.map((mean, index) => [`c${index}`, busy(mean * season, spread, random)]));
			return [addDays(day, -ago), { searches, zero, tickets }];
		}),
	);
}

const judge = (days: Map<string, JudgedDay>, on = day, since = "2026-01-01") => findAnomalies({ day: on, days, since, holidays: [] });

describe("a quiet centre", () => {
	it.each([
		["as chance has it", 1, 0.01],
		["with one problem that makes several people write", 1.5, 0.05],
	])(
		"%s has an alarm in few weeks",
		(_, spread, atMost) => {
			const random = createRandom(20_261_119);
			const weeks = 300;
			let alarmed = 0;
			for (let week = 0; week < weeks; week++) {
				const days = quietDays(spread, random, lookBack + 7);
				const alarms = Array.from({ length: 7 }, (__, ago) => judge(days, addDays(day, -ago))).flat();
				if (alarms.length > 0) alarmed++;
			}
			expect(alarmed / weeks).toBeLessThanOrEqual(atMost);
		},
		60_000,
	);
});

describe("a jump", () => {
	it("of three times the usual is found in busy categories, and a dozen in one that has one a day", () => {
		const random = createRandom(7);
		const missed: string[] = [];
		for (let round = 0; round < 100; round++) {
			const days = quietDays(1, random, lookBack + 1);
			const today = days.get(day);
			if (!today) throw new Error("there is no day");
			const jumped = { c3: 12, c9: 60, c11: 130 };
			const found = judge(new Map([...days, [day, { ...today, tickets: { ...today.tickets, ...jumped } }]])).map(({ category }) => category ?? "");
			missed.push(...Object.keys(jumped).filter((id) => !found.includes(id)));
		}
		expect(missed.length / 300).toBeLessThanOrEqual(0.02);
	});

	it("of searches without an answer is found by its share, not by its number", () => {
		const ordinary = (n: number): [string, JudgedDay][] =>
			Array.from({ length: 28 }, (_, ago) => [addDays(day, -1 - ago), { searches: n, zero: Math.round(n / 10), tickets: {} }]);
		const on = (searches: number, zero: number) => judge(new Map([...ordinary(200), [day, { searches, zero, tickets: {} }]]));
		expect(on(200, 60)).toEqual([{ id: "zero-results", n: 60, of: 200, expected: 20, limit: expect.any(Number) }]);
		expect(on(2000, 210)).toEqual([]);
		expect(on(20, 15)).toEqual([]);
		expect(on(40, 9)).toEqual([]);
	});

	it("is not hidden by an outage a month ago", () => {
		const past = (outage: number) => [5, 4, 6, 5, outage, 5, 4, 5].map((n) => ({ n, of: 1 }));
		expect(usualCount(past(90), [], 1).limit).toBeLessThanOrEqual(usualCount(past(5), [], 1).limit + 4);
	});

	it("says nothing of a young centre, and learns nothing of holidays", () => {
		const days = new Map<string, JudgedDay>([[day, { searches: 0, zero: 0, tickets: { c: 30 } }]]);
		expect(judge(days, day, addDays(day, -13))).toEqual([]);
		expect(judge(days, day, addDays(day, -14))).toHaveLength(1);
		const holidays = Array.from({ length: lookBack }, (_, ago) => addDays(day, -1 - ago));
		expect(findAnomalies({ day, days, since: "2026-01-01", holidays })).toEqual([]);
	});

	it("knows that some weekdays are busier", () => {
		const mondays = new Map(
			Array.from({ length: 57 }, (_, ago): [string, JudgedDay] => [addDays(day, -ago), { searches: 0, zero: 0, tickets: { c: ago % 7 === 0 ? 60 : 3 } }]),
		);
		expect(judge(mondays)).toEqual([]);
		expect(judge(mondays, addDays(day, -1))).toEqual([]);
		expect(judge(new Map([...mondays, [addDays(day, -1), { searches: 0, zero: 0, tickets: { c: 60 } }]]), addDays(day, -1))).toHaveLength(1);
	});
});

describe("what was told of", () => {
	const anomaly = (id: string): Anomaly => ({ id, n: 9, expected: 1, limit: 5 });
	/** What is told on each of some days. */
	function play(days: string[][]): string[][] {
		let told: Told = {};
		return days.map((ids, index) => {
			const result = tellOnce(told, ids.map(anomaly), addDays(day, index));
			told = result.told;
			return result.news.map(({ id }) => id);
		});
	}

	it("is told once while it lasts, also when it pauses for some days", () => {
		expect(play([["a"], ["a"], ["a", "b"], [], [], ["a"]])).toEqual([["a"], [], ["b"], [], [], []]);
	});

	it("is news again after a quiet week", () => {
		expect(play([["a"], [], [], [], [], [], [], ["a"]])).toEqual([["a"], [], [], [], [], [], [], ["a"]]);
	});
});
