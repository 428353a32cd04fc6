import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { siteManifestSchema } from "#contract/site-manifest.ts";
import { makeSample, type Sample } from "#scripts/lib/sample/make-sample.ts";
import { ticketTexts } from "#scripts/lib/sample/ticket-texts.ts";

const manifest = join(resolve(import.meta.dirname, "../.."), "tests/worker/site/public/_site/manifest.json");
const site = siteManifestSchema.parse(JSON.parse(readFileSync(manifest, "utf8")));
const now = Date.parse("2026-11-21T09:00:00Z");

describe("the sample", () => {
	let sample: Sample;
	beforeAll(() => {
		const documents = Object.entries(site.articles).map(([id, { url, title }]) => ({ id, url, title, keywords: [] }));
		sample = makeSample({ documents, site, now, days: 60, seed: 1 });
	});

	it("has tickets in customers' words, of all but the first priority, most of them answered in time", () => {
		const { tickets } = sample;
		expect(new Set(tickets.map(({ priority }) => priority))).toEqual(new Set(["P2", "P3", "P4", "P5"]));
		const own = tickets.filter(({ category }) => category in ticketTexts);
		expect(own.length).toBeGreaterThan(50);
		for (const { subject, category } of own) expect(ticketTexts[category]?.some((text) => text.subject === subject)).toBe(true);
		const kept = tickets.filter(({ answeredAt, promisedAt }) => answeredAt !== null && answeredAt <= promisedAt).length;
		const late = tickets.filter(({ answeredAt, promisedAt }) => answeredAt !== null && answeredAt > promisedAt).length;
		expect(kept / tickets.length).toBeGreaterThan(0.7);
		expect(late).toBeGreaterThan(2);
		for (const { createdAt, deliveredAt, answeredAt } of tickets) {
			expect(deliveredAt).toBeGreaterThan(createdAt);
			expect(answeredAt ?? now).toBeLessThanOrEqual(now);
		}
	});

	it("has questions to the answer box, some of which nothing answers, and what readers said of the answers", () => {
		const shown = sample.events.filter(({ type }) => type === "answer_shown");
		const said = (kind: string) => sample.events.filter(({ type }) => type === kind).length;
		expect(shown.length).toBeGreaterThan(100);
		expect(shown.filter(({ how, article }) => how === "unsure" && article === undefined).length).toBeGreaterThan(5);
		expect(said("answer_solved")).toBeGreaterThan(said("answer_rejected"));
		expect(said("answer_rejected")).toBeGreaterThan(5);
		expect(sample.events.filter(({ source, type }) => type === "search_settled" && source === "ask")).toHaveLength(shown.length);
	});

	it("has visitors who search again, and quiet weekends", () => {
		const searches = sample.events.filter(({ type }) => type === "search_settled");
		const visitors = new Set(searches.map(({ visitor, day }) => `${visitor ?? ""} ${day}`));
		expect(visitors.size).toBeLessThan(0.95 * searches.length);
		const byDay = (weekend: boolean) => sample.events.filter(({ day }) => weekend === [0, 6].includes(new Date(day).getUTCDay())).length / (weekend ? 2 : 5);
		expect(byDay(true)).toBeLessThan(byDay(false) / 2);
	});
});
