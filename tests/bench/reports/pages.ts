import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { buildSite } from "#scripts/lib/build-site.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { migrate, withDatabase } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { seedMillion } from "./seed-million.ts";
import { weightOf } from "./weight.ts";

const dayMs = 86_400_000;
const days = 90;
const events = 1_000_000;

/** How often each page is asked for, and how often before it counts. */
const asked = 20;
const warm = 2;

const pages = ["", "/search", "/articles", "/contact", "/freshness", "/handoffs"].map((page) => `/manage${page}`);
const reports = ["overview", "search", "articles", "contact", "freshness", "handoffs", "gaps"].map((report) => `/api/reports/${report}`);
const spans = ["days=30", "days=90"];

/** How long the manager waits for each page, and a program for each report, with a million events of three months; and what the pages weigh. */
export async function pageTimes(say: (line: string) => void): Promise<Figure[]> {
	await buildSite();
	const site = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
	const state = join(root, ".tier-zero/bench/million");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	const from = Date.parse(new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10));
	const seed = { events, days, from, articles: Object.keys(site.articles), categories: site.support.ticketCategories.map(({ id }) => id) };
	await withDatabase(async (db) => {
		await seedMillion(db, seed, say);
		say("counting every day");
		await refreshRollups(db);
	}, state);
	const code = crypto.randomUUID();
	const worker = await startWorker({ port: await freePort(), state, vars: { REPORT_TOKEN: "bench", LOCAL_SIGN_IN_CODE: code } });
	try {
		const signedIn = await fetch(`${worker.url}/manage/sign-in?code=${code}`, { redirect: "manual" });
		const headers = { authorization: "Bearer bench", cookie: signedIn.headers.get("set-cookie")?.split(";")[0] ?? "" };
		const figures: Figure[] = [];
		const asks = [...[...pages, ...reports].flatMap((path) => spans.map((span) => [path, span] as const)), ["/api/reports/digest", "the last week"] as const];
		for (const [path, span] of asks) {
			const { first, times } = await timesOf(`${worker.url}${path}${span.startsWith("days") ? `?${span}` : ""}`, headers);
			const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
			say(`${path}, ${span}: ${at(0.5)} ms, p95 ${at(0.95)} ms, the first time ${first} ms`);
			const of = `${events.toLocaleString("en")} events of ${days} days, ${span}`;
			figures.push(
				{ name: `${path}, the first time since something was counted`, value: first, unit: "ms", goal: null, of },
				{ name: `${path}, p50`, value: at(0.5), unit: "ms", goal: null, of },
				{ name: `${path}, p95`, value: at(0.95), unit: "ms", goal: { op: "<=", value: 300 }, of },
			);
		}
		for (const path of pages) {
			const kilobytes = Math.round((await weightOf(worker.url + path, headers)) / 100) / 10;
			const of = "page, styles, scripts and font, compressed";
			figures.push({ name: `first load of ${path}`, value: kilobytes, unit: "kB", goal: { op: "<=", value: 150 }, of });
		}
		return figures;
	} finally {
		await worker.stop();
		rmSync(state, { recursive: true, force: true });
	}
}

/** Milliseconds of the first answer, and of those that count, the quickest first. @throws Error where a page is not answered */
async function timesOf(url: string, headers: Record<string, string>): Promise<{ first: number; times: number[] }> {
	const all: number[] = [];
	for (let number = 0; number < asked + warm; number++) {
		const began = performance.now();
		const response = await fetch(url, { headers });
		const text = await response.text();
		if (response.status !== 200) throw new Error(`${url} was answered with ${response.status}: ${text.slice(0, 300)}`);
		all.push(performance.now() - began);
	}
	return { first: Math.round(all[0] ?? 0), times: all.slice(warm).sort((one, other) => one - other) };
}
