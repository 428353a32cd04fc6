import { median } from "../lib/percentile.ts";

/** What is read of Lighthouse's JSON. */
export interface LighthouseReport {
	categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
	audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string; numericValue?: number; displayValue?: string }>;
	environment: { benchmarkIndex: number };
	runtimeError?: { message: string };
}

/** What some runs on one page found. */
export interface LighthouseResult {
	/** Category by its id, 0–100: the median of the runs. */
	scores: Record<string, number>;
	/** Audits that keep a category from 100 in most runs. Example: `seo: Page is blocked from indexing` */
	failing: string[];
	/** Largest contentful paint, simulated, in ms: the median. */
	lcp: number;
	cls: number;
	/** Total blocking time, simulated, in ms. */
	tbt: number;
	/** Speed of the machine as Lighthouse sees it. Below 1,000 it calls the machine slow, and its figures worse than they are. */
	benchmarkIndex: number;
}

/** A layout shift as tools tell it, with three decimals: less is no more than a letter that is a hair wider. */
export function thousandths(value: number): number {
	return Math.round(value * 1000) / 1000;
}

/**
 * Sums up several runs on one page.
 * @throws Error when a run could not be done, or there was none
 */
export function readLighthouse(runs: LighthouseReport[]): LighthouseResult {
	const failed = runs.find(({ runtimeError }) => runtimeError);
	if (failed || runs.length === 0) throw new Error(failed?.runtimeError?.message ?? "Lighthouse did not run.");
	const value = (audit: string) => median(runs.map(({ audits }) => audits[audit]?.numericValue ?? NaN));
	const categories = Object.keys(runs[0]?.categories ?? {});
	return {
		scores: Object.fromEntries(categories.map((id) => [id, Math.round(100 * median(runs.map((run) => run.categories[id]?.score ?? 0)))])),
		failing: failingIn(runs),
		lcp: Math.round(value("largest-contentful-paint")),
		cls: thousandths(value("cumulative-layout-shift")),
		tbt: Math.round(value("total-blocking-time")),
		benchmarkIndex: Math.round(median(runs.map(({ environment }) => environment.benchmarkIndex))),
	};
}

/** Audits that cost points in more than half of the runs. */
function failingIn(runs: LighthouseReport[]): string[] {
	const counts = new Map<string, number>();
	for (const { categories, audits } of runs) {
		for (const [category, { auditRefs }] of Object.entries(categories)) {
			for (const { id, weight } of auditRefs) {
				const audit = audits[id];
				if (weight === 0 || !audit || audit.score === null || Math.round(100 * audit.score) >= 100) continue;
				const line = `${category}: ${audit.title}`;
				counts.set(line, (counts.get(line) ?? 0) + 1);
			}
		}
	}
	return [...counts].filter(([, count]) => count > runs.length / 2).map(([line]) => line);
}
