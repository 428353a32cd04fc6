import { describe, expect, it } from "vitest";
import { median, percentile } from "../bench/lib/percentile.ts";
import { interactionTimes, layoutShift } from "../bench/pages/interactions.ts";
import { readLighthouse, type LighthouseReport } from "../bench/pages/read-lighthouse.ts";
import { rivalArticle, rivalHome } from "../bench/pages/rival-articles.ts";
import { mainThreadTasks } from "../bench/pages/tasks.ts";
import { kilobytes, weigh } from "../bench/pages/weights.ts";

describe("the weight of a page", () => {
	const sent = [
		{ url: "/", type: "document", bytes: 9000 },
		{ url: "/a.css", type: "stylesheet", bytes: 8000 },
		{ url: "/a.js", type: "script", bytes: 3000 },
		{ url: "/a.woff2", type: "font", bytes: 48_000 },
		{ url: "/a.svg", type: "image", bytes: 500 },
		{ url: "/index.json", type: "fetch", bytes: 700 },
	];

	it("is summed by kind, and in all without images and fonts", () => {
		expect(weigh(sent, 0)).toEqual({ html: 9000, css: 8000, script: 3000, inline: 0, other: 700, images: 500, fonts: 48_000, all: 20_700, requests: 6 });
	});

	it("counts script in the page as script, but once in all", () => {
		expect(weigh(sent, 2000)).toMatchObject({ script: 5000, inline: 2000, all: 20_700 });
	});

	it("is told in kilobytes of 1,000", () => {
		expect(kilobytes(25_049)).toBe(25);
		expect(kilobytes(25_050)).toBe(25.1);
	});
});

describe("layout shift", () => {
	it("is the worst burst, not the sum", () => {
		const shifts = [
			{ at: 100, score: 0.1 },
			{ at: 900, score: 0.05 },
			{ at: 2000, score: 0.12 },
		];
		expect(layoutShift(shifts)).toBeCloseTo(0.15);
	});

	it("begins a new burst after five seconds", () => {
		expect(layoutShift([0, 900, 1800, 2700, 3600, 4500, 5400].map((at) => ({ at, score: 0.1 })))).toBeCloseTo(0.6);
	});

	it("is nothing where nothing moves", () => {
		expect(layoutShift([])).toBe(0);
	});
});

describe("times of interactions", () => {
	it("takes the longest event of each, and what was not told as quick", () => {
		const events = [
			{ interactionId: 7, duration: 24 },
			{ interactionId: 7, duration: 40 },
			{ interactionId: 8, duration: 32 },
			{ interactionId: 0, duration: 900 },
		];
		expect(interactionTimes(events, 4)).toEqual([16, 16, 32, 40]);
	});

	it.each([
		[0.5, 20],
		[0.98, 40],
		[1, 40],
		[0, 10],
	])("has a percentile at %s", (share, value) => {
		expect(percentile([10, 20, 30, 40], share)).toBe(value);
	});

	it("has none of nothing", () => {
		expect(percentile([], 0.5)).toBeNaN();
	});
});

describe("tasks in a trace", () => {
	const thread = { pid: 1, tid: 2 };
	const main = { name: "thread_name", ph: "M", ...thread, args: { name: "CrRendererMain" } };
	const key = { name: "EventDispatch", ph: "X", ...thread };

	it("are those of the thread that took the keys, by the time they took themselves", () => {
		const task = (tdur: number, place = thread) => ({ name: "ThreadControllerImpl::RunTask", ph: "X", tdur, ...place });
		const other = { pid: 9, tid: 2 };
		expect(mainThreadTasks([main, key, task(2000), task(9000), { ...main, ...other }, task(50_000, other)])).toEqual([9, 2]);
	});

	it("are none without a key", () => {
		expect(mainThreadTasks([main])).toEqual([]);
	});
});

function report(performance: number, seo: number, lcp: number): LighthouseReport {
	const audit = (title: string, score: number, numericValue = 0) => ({ title, score, scoreDisplayMode: "numeric", numericValue });
	return {
		categories: {
			performance: { score: performance, auditRefs: [{ id: "largest-contentful-paint", weight: 25 }] },
			seo: { score: seo, auditRefs: [{ id: "is-crawlable", weight: 1 }] },
		},
		audits: {
			"largest-contentful-paint": audit("Largest Contentful Paint", performance, lcp),
			"cumulative-layout-shift": audit("Cumulative Layout Shift", 1),
			"total-blocking-time": audit("Total Blocking Time", 1),
			"is-crawlable": audit("Page is blocked from indexing", seo),
		},
		environment: { benchmarkIndex: 1500 },
	};
}

describe("several runs of Lighthouse", () => {
	it("count by their median, and name what costs points in most of them", () => {
		expect(readLighthouse([report(1, 0.66, 900), report(0.9, 0.66, 2000), report(1, 1, 800)])).toEqual({
			scores: { performance: 100, seo: 66 },
			failing: ["seo: Page is blocked from indexing"],
			lcp: 900,
			cls: 0,
			tbt: 0,
			benchmarkIndex: 1500,
		});
	});

	it("fail when one of them could not be done", () => {
		expect(() => readLighthouse([report(1, 1, 1), { ...report(1, 1, 1), runtimeError: { message: "The page did not load." } }])).toThrow(
			"The page did not load.",
		);
		expect(() => readLighthouse([])).toThrow("Lighthouse did not run.");
	});

	it("have a median also where their number is even", () => {
		expect(median([4, 1, 3, 2])).toBe(2);
		expect(median([])).toBeNaN();
	});
});

describe("an article for Starlight", () => {
	const url = "https://help.example.com";

	it("has title and summary as front matter, and addresses of its own site", () => {
		const twin = `# What is "scope"?\n\n> In short.\n\n<${url}/data/scope/>\n\n## More\n\n[Next](${url}/data/next/) ![A chart](${url}/_astro/chart.svg)\n`;
		expect(rivalArticle(twin, url)).toBe(
			'---\ntitle: "What is \\"scope\\"?"\ndescription: "In short."\n---\n\n## More\n\n[Next](/data/next/) ![A chart](/pictures/chart.svg)\n',
		);
	});

	it("is refused where the text is no twin", () => {
		expect(() => rivalArticle("Hello", url)).toThrow("This is no Markdown twin: Hello");
	});

	it("is linked from a home page by its topic", () => {
		expect(rivalHome("Help", { data: "Data entry", empty: "Empty" }, ["data/scope", "data/next"])).toBe(
			'---\ntitle: "Help"\ntemplate: splash\nhero:\n  tagline: How can we help?\n---\n\n- [Data entry](/data/scope/)\n',
		);
	});
});
