import type { Figure, Part } from "#scripts/lib/figure.ts";
import { canWatch } from "../lib/run-watched.ts";
import { changedBuild, coldBuild, type Build, type Side } from "./builds.ts";

type Say = (line: string) => void;

const named = (count: number) => count.toLocaleString("en");
const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** The figures of one build. */
async function figuresOf(side: Side, count: number, say: Say): Promise<Figure[]> {
	const { seconds, peak, cpu, size, files } = await coldBuild(side, count, say);
	const of = `${side}, ${named(count)} made articles in one language, no cache`;
	return [
		{ name: "time of a cold build", value: round(seconds, 1), unit: "s", goal: null, of },
		{ name: "processor time of it, all processes", value: round(cpu, 1), unit: "s", goal: null, of },
		{ name: "highest memory, all processes", value: peak, unit: "MB", goal: null, of },
		{ name: "size of the site", value: round(size, 1), unit: "MB", goal: null, of },
		{ name: "files of the site", value: files, unit: "", goal: null, of },
	];
}

const most = (value: number): Figure["goal"] => ({ op: "<=", value });
const goals: Record<string, { seconds: number; peak?: number; size?: number }> = {
	"Starlight, all articles": { seconds: 0.15 },
	"Starlight, one link": { seconds: 0.7, peak: 0.8, size: 0.7 },
};

/** The figures of Starlight, and what this centre takes of it in the same run. */
async function beside(side: Side, count: number, say: Say): Promise<Figure[]> {
	const [ours, rival] = [await coldBuild("this centre", count, say), await coldBuild(side, count, say)];
	// The issue of the bench sets goals for 5,000 articles.
	const goal = count === 5000 ? goals[side] : undefined;
	const part = (name: string, key: "seconds" | "cpu" | "peak" | "size"): Figure => {
		const limit = key === "cpu" ? undefined : goal?.[key];
		const of = `this centre : ${side}, ${named(count)} articles`;
		return { name, value: round(ours[key] / rival[key]), unit: "×", goal: limit === undefined ? null : most(limit), of };
	};
	return [
		...(await figuresOf(side, count, say)),
		part("time of a cold build", "seconds"),
		part("processor time", "cpu"),
		part("highest memory", "peak"),
		part("size of the site", "size"),
	];
}

/** What one article more costs, and whether it costs more in a large centre. */
async function growth(say: Say): Promise<Figure[]> {
	const sizes = [1000, 2000, 5000, 10_000];
	const builds: { count: number; build: Build }[] = [];
	for (const count of sizes) builds.push({ count, build: await coldBuild("this centre", count, say) });
	const steps = builds.slice(1).map(({ count, build }, index) => {
		const before = builds[index] ?? { count: 0, build };
		const added = count - before.count;
		return {
			of: `this centre, from ${named(before.count)} to ${named(count)} articles`,
			ms: ((build.seconds - before.build.seconds) * 1000) / added,
			kilobytes: ((build.size - before.build.size) * 1000) / added,
		};
	});
	const [first, ...later] = steps;
	return [
		...steps.flatMap(({ of, ms, kilobytes }): Figure[] => [
			{ name: "time of one article more", value: round(ms, 1), unit: "ms", goal: null, of },
			{ name: "size of one article more", value: round(kilobytes, 1), unit: "kB", goal: null, of },
		]),
		...later.map(({ of, ms }): Figure => ({
			name: "one article more, against the first step",
			value: round(ms / (first?.ms ?? NaN)),
			unit: "×",
			goal: most(1.1),
			of,
		})),
	];
}

async function oneChange(count: number, say: Say): Promise<Figure[]> {
	const { cold, warm } = await changedBuild(count, say);
	const of = `this centre, ${named(count)} articles, one of them changed`;
	return [
		{ name: "time of a build with a cache", value: round(warm.seconds, 1), unit: "s", goal: null, of },
		{ name: "of a cold build", value: round((warm.seconds / cold.seconds) * 100, 1), unit: "%", goal: most(10), of },
	];
}

const part = (name: string, measure: (say: Say) => Promise<Figure[]>): Part => ({
	name,
	measure: async (say) => (canWatch ? measure(say) : "The memory of a tree of processes is read from /proc, which only Linux has."),
});

/** Starlight as it comes would write some 30 GB of 10,000 articles: each page names them all. */
const sidesAt = (count: number): Side[] => ["Starlight, one link", ...(count <= 5000 ? (["Starlight, all articles"] as const) : [])];

/**
 * How builds grow, beside Starlight with the same articles. At 5,000 Starlight as it comes takes about 8 minutes and 7 GB, at 10,000 each
 * of the others some two minutes; all else takes seconds. What was built is removed at once.
 */
export const parts: Part[] = [
	...[500, 1000, 2000, 5000, 10_000].flatMap((count) => [
		part(`${named(count)}: this centre`, (say) => figuresOf("this centre", count, say)),
		...sidesAt(count).map((side) => part(`${named(count)}: ${side}`, (say) => beside(side, count, say))),
	]),
	part("one article more", growth),
	part("one change at 5,000", (say) => oneChange(5000, say)),
];
