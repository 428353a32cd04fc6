import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { ensureChromium } from "#scripts/lib/chromium.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { root } from "#scripts/lib/paths.ts";
import { makeArticles, type GrownArticle } from "../lib/make-articles.ts";
import { makeContent } from "../lib/make-content.ts";
import { percentile } from "../lib/percentile.ts";
import { runScript } from "../lib/run-script.ts";
import { serveSite } from "../lib/serve-site.ts";
import { measureColdBytes, type ColdSearch } from "./cold-bytes.ts";
import { measureKeystrokes } from "./keystrokes.ts";

const coldSearches = 9;
const warmSearches = 8;

/** Questions somebody might ask: of a made article's subject, in other words than its title, every third with a slip. */
function questions(articles: GrownArticle[], count: number, from: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		const { topic } = articles[((from + index) * 97) % articles.length] ?? { topic: [] };
		const [first = "", second = "", third = ""] = topic;
		const slipped = index % 3 === 2 ? third.slice(0, 2) + third.slice(3) : third;
		return `how can i get my ${second} ${first} with the ${slipped} to work again`;
	});
}

async function inBrowser<Result>(use: (newPage: () => Promise<Page>) => Promise<Result>): Promise<Result> {
	const path = ensureChromium((line) => console.error(line));
	if (path === null) throw new Error("There is no browser to measure in. Set CHROMIUM to one.");
	const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
	try {
		return await use(async () => (await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" })).newPage());
	} finally {
		await browser.close();
	}
}

function coldFigures(cold: ColdSearch[], goal: number, of: string): Figure[] {
	const kilobytes = (part: number, read: (one: ColdSearch) => number) => Math.round(percentile(cold.map(read), part) / 102.4) / 10;
	const own = (one: ColdSearch) => one.code + one.index + one.fullText;
	return [
		{ name: "cold first search, median, without React", value: kilobytes(0.5, own), unit: "kB", goal: { op: "<=", value: goal }, of },
		{ name: "cold first search, the largest, without React", value: kilobytes(1, own), unit: "kB", goal: { op: "<=", value: goal }, of },
		{ name: "of it code, median", value: kilobytes(0.5, (one) => one.code), unit: "kB", goal: null, of },
		{ name: "of it compact index, median", value: kilobytes(0.5, (one) => one.index), unit: "kB", goal: null, of },
		{ name: "of it Pagefind, the largest", value: kilobytes(1, (one) => one.fullText), unit: "kB", goal: null, of },
		{ name: "React's runtime, once a site", value: kilobytes(1, (one) => one.react), unit: "kB", goal: { op: "<=", value: 70 }, of },
		{
			name: "requests of a cold first search, median",
			value: percentile(
				cold.map((one) => one.requests),
				0.5,
			),
			unit: "",
			goal: null,
			of,
		},
	];
}

/** Weight, speed and cost of building at a number of articles, on a centre made for it, in Chromium. */
export async function atSize(count: number, goal: number, say: (line: string) => void): Promise<Figure[]> {
	const place = join(root, ".tier-zero/bench", `size-${count}`);
	const environment = { KB_CONTENT: join(place, "content"), KB_OUT: join(place, "site") };
	const of = `${count} made articles, Chromium, gzip`;
	rmSync(place, { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	try {
		const articles = makeArticles(count);
		makeContent(environment.KB_CONTENT, articles);
		say("building");
		const { output, ms } = await runScript(["build"], environment);
		const indexMs = Number(/search index: .* (\d+) ms/.exec(output)?.[1]);
		if (!Number.isFinite(indexMs)) throw new Error("The build does not say how long the search index took.");
		const site = await serveSite(environment.KB_OUT);
		try {
			return await inBrowser(async (newPage) => {
				say("first searches");
				const cold: ColdSearch[] = [];
				for (const question of questions(articles, coldSearches, 1)) cold.push(await measureColdBytes(await newPage(), site, question));
				say("keystrokes");
				const times = await measureKeystrokes(await newPage(), site.url, questions(articles, warmSearches, 500));
				return [
					...coldFigures(cold, goal, of),
					{ name: "keystroke → suggestions painted, median", value: percentile(times, 0.5), unit: "ms", goal: null, of: `${of}, ${times.length} keystrokes` },
					{
						name: "keystroke → suggestions painted, p95",
						value: percentile(times, 0.95),
						unit: "ms",
						goal: { op: "<=", value: 50 },
						of: `${of}, ${times.length} keystrokes`,
					},
					{ name: "build of the site", value: ms / 1000, unit: "s", goal: null, of },
					{ name: "search index, share of the build", value: (100 * indexMs) / ms, unit: "%", goal: { op: "<=", value: 20 }, of },
				];
			});
		} finally {
			site.close();
		}
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}
