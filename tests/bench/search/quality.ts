import type { Figure } from "#scripts/lib/figure.ts";
import { searchFigures, type Outcome } from "#scripts/lib/search/metrics.ts";
import { readDevData, withoutDevData, type DevData, type DevQuery } from "./dev-data.ts";
import { makeFuse } from "./engines/fuse.ts";
import { makeLunr } from "./engines/lunr.ts";
import { makeMiniSearch, makeTunedMiniSearch } from "./engines/minisearch.ts";
import { makePagefind } from "./engines/pagefind.ts";
import type { BenchArticle, BenchEngine } from "./engines/types.ts";
import { makeDevCentre, type Mode } from "./our-figures.ts";

const engines = [makePagefind, makeFuse, makeMiniSearch, makeTunedMiniSearch, makeLunr];
const minimumVisitors = 3;

interface Measured {
	/** Questions as they are, with a slip in each, and without an answer. */
	plain: Outcome[];
	typos: Outcome[];
	none: Outcome[];
}

type Goals = Partial<Record<"recallAt1" | "recallAt5" | "typoLoss" | "zeroResults" | "noneRecognised", number>>;

/** The figures of one engine under one heading. */
function figuresOf(name: string, of: string, { plain, typos, none }: Measured, goals: Goals = {}): Figure[] {
	const own = searchFigures([...plain, ...none]);
	const slipped = searchFigures(typos);
	const percent = (label: string, value: number | null, op: ">=" | "<=", goal?: number): Figure[] =>
		value === null ? [] : [{ name: `${name}: ${label}`, value: value * 100, unit: "%", goal: goal === undefined ? null : { op, value: goal }, of }];
	const loss = own.recallAt1 !== null && slipped.recallAt1 !== null ? own.recallAt1 - slipped.recallAt1 : null;
	const lossAt5 = own.recallAt5 !== null && slipped.recallAt5 !== null ? own.recallAt5 - slipped.recallAt5 : null;
	return [
		...percent("recall@1", own.recallAt1, ">=", goals.recallAt1),
		...percent("recall@5", own.recallAt5, ">=", goals.recallAt5),
		...percent("recall@1 with a typo each", slipped.recallAt1, ">="),
		...percent("recall@5 with a typo each", slipped.recallAt5, ">="),
		...percent("recall@1 lost by typos, points", loss, "<=", goals.typoLoss),
		...percent("recall@5 lost by typos, points", lossAt5, "<=", goals.typoLoss),
		...percent("nothing returned", own.zeroResultRate, "<=", goals.zeroResults),
		...percent("no-answer recognised, 95 % kept", own.noneRecognised, ">=", goals.noneRecognised),
		...percent("AUC of the confidence", own.auc, ">="),
		...percent("answerable called answered, as shipped", own.answerableKept, ">="),
		...percent("no-answer called no answer, as shipped", own.noneAnsweredNo, ">="),
	];
}

async function ours(data: DevData, learned: boolean, of: string, goals: Goals, say: (line: string) => void): Promise<Figure[]> {
	const centre = await makeDevCentre(data, { learned });
	try {
		const measure = async (mode: Mode) => ({
			plain: await centre.ask(data.queries, mode),
			typos: await centre.ask(data.typos, mode),
			none: await centre.ask(data.none, mode),
		});
		say("Tier Zero, browser");
		const browser = await measure("browser");
		say("Tier Zero, Worker");
		const worker = await measure("worker");
		const lost = ((searchFigures(browser.plain).recallAt1 ?? 0) - (searchFigures(worker.plain).recallAt1 ?? 0)) * 100;
		return [
			...figuresOf("Tier Zero", of, browser, goals),
			...figuresOf("Tier Zero in the Worker", of, worker),
			{
				name: "Tier Zero in the Worker: recall@1 lost against the browser, points",
				value: Math.round(lost * 10) / 10,
				unit: "%",
				goal: { op: "<=", value: 5 },
				of,
			},
		];
	} finally {
		centre.remove();
	}
}

/** Time that one question may take before only one in twenty is asked. */
const slowMs = 200;
const sampledOne = 20;

async function ask(engine: BenchEngine, queries: DevQuery[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	const start = performance.now();
	await engine.search(queries[0]?.query ?? "");
	const step = performance.now() - start > slowMs ? sampledOne : 1;
	for (const { query, expected } of queries.filter((_, index) => index % step === 0)) {
		const start = performance.now();
		const results = await engine.search(query);
		outcomes.push({ expected, results, confidence: results[0]?.score ?? 0, ms: performance.now() - start });
	}
	return outcomes;
}

async function others(data: DevData, articles: BenchArticle[], of: string, say: (line: string) => void): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const make of engines) {
		const engine = await make(articles);
		say(`${engine.name} (${engine.note})`);
		try {
			figures.push(
				...figuresOf(engine.name, of, { plain: await ask(engine, data.queries), typos: await ask(engine, data.typos), none: await ask(engine, data.none) }),
			);
		} finally {
			await engine.close?.();
		}
	}
	return figures;
}

/** Ranking and honesty on the development data, untaught, beside other engines. */
export async function untaught(say: (line: string) => void): Promise<Figure[] | string> {
	const data = readDevData();
	if (!data) return withoutDevData;
	const goals = { recallAt1: 75, recallAt5: 92, typoLoss: 1.5, zeroResults: 1, noneRecognised: 60 };
	return [...(await ours(data, false, "development data", goals, say)), ...(await others(data, data.articles, "development data", say))];
}

/** The same after learning from the log; others get its searches as text of their articles. */
export async function learned(say: (line: string) => void): Promise<Figure[] | string> {
	const data = readDevData();
	if (!data) return withoutDevData;
	const asked = Map.groupBy(
		data.clicks.filter(({ visitors }) => visitors >= minimumVisitors),
		({ article }) => article,
	);
	const taught = data.articles.map((article) => ({ ...article, body: [...article.body, ...(asked.get(article.id) ?? []).map(({ query }) => query)] }));
	const goals = { recallAt1: 90, recallAt5: 98, zeroResults: 1, noneRecognised: 80 };
	return [...(await ours(data, true, "development data, learned", goals, say)), ...(await others(data, taught, "development data, learned", say))];
}
