import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "#scripts/lib/chromium.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { root } from "#scripts/lib/paths.ts";
import { run } from "#scripts/lib/processes.ts";
import { readLighthouse, type LighthouseReport, type LighthouseResult } from "./read-lighthouse.ts";
import { rivalPackage } from "./rival.ts";
import { withSites } from "./sites.ts";

/** Runs of each page; the median counts. */
const runs = 5;

/** Below this, Lighthouse itself calls a machine slow. */
const slowMachine = 1000;

const categories = { performance: "performance", accessibility: "accessibility", "best-practices": "best practices", seo: "SEO" };

/** Lighthouse on one page of each site that has it: scores, largest paint and layout shift. */
export async function lighthouse(page: string, say: (line: string) => void): Promise<Figure[]> {
	return withSites(say, async ({ ours, rival }) => {
		const program = await rivalPackage("lighthouse/cli/index.js", say);
		const figures: Figure[] = [];
		for (const { name: site, front, pages } of [ours, rival]) {
			const path = pages.find(({ name }) => name === page)?.path;
			if (path === undefined) continue;
			const reports: LighthouseReport[] = [];
			for (let number = 0; number < runs; number++) reports.push(await runOnce(program, front.url + path));
			const result = readLighthouse(reports);
			say(
				`${site}, ${page}: ${Object.values(result.scores).join(" / ")}, LCP ${result.lcp} ms, TBT ${result.tbt} ms, benchmark index ${result.benchmarkIndex}`,
			);
			for (const line of result.failing) say(`  not passed: ${line}`);
			if (result.benchmarkIndex < slowMachine)
				say(`  the machine is slow or busy (below ${slowMachine}): performance and LCP are worse than they would be elsewhere`);
			figures.push(...figuresOf(page, result, site, site === ours.name));
		}
		return figures;
	});
}

function figuresOf(page: string, { scores, lcp, cls, tbt, benchmarkIndex }: LighthouseResult, of: string, goals: boolean): Figure[] {
	const goal = (op: ">=" | "<=", value: number) => (goals ? { op, value } : null);
	return [
		...Object.entries(categories).map(([id, name]) => ({ name: `${page}: ${name}`, value: scores[id] ?? NaN, unit: "", goal: goal(">=", 100), of })),
		{ name: `${page}: largest paint, simulated slow 4G`, value: lcp, unit: "ms", goal: goal("<=", 1000), of },
		{ name: `${page}: layout shift`, value: cls, unit: "", goal: goal("<=", 0), of },
		{ name: `${page}: blocking time, simulated`, value: tbt, unit: "ms", goal: null, of },
		{ name: `${page}: benchmark index of the machine meanwhile`, value: benchmarkIndex, unit: "", goal: null, of },
	];
}

/** One run as Lighthouse does it by itself: a phone, slow 4G and a slow processor, both simulated. */
async function runOnce(program: string, url: string): Promise<LighthouseReport> {
	const folder = join(root, ".tier-zero/bench");
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `lighthouse-${process.pid}.json`);
	const chromium = findChromium();
	const sandbox = process.getuid?.() === 0 ? " --no-sandbox" : "";
	const { code, output } = await run(
		process.execPath,
		[program, url, "--output=json", `--output-path=${file}`, "--quiet", `--chrome-flags=--headless=new${sandbox}`],
		{
			env: chromium ? { CHROME_PATH: chromium } : {},
		},
	);
	if (code !== 0) throw new Error(`Lighthouse ended with ${code}:\n${output.slice(-2000)}`);
	const report = JSON.parse(readFileSync(file, "utf8")) as LighthouseReport;
	rmSync(file);
	return report;
}
