import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Priority } from "#contract/priority.ts";
import { promisedAt } from "#contract/promise-clock.ts";
import { customerTiers, targetFor, type CustomerTier } from "#contract/targets.ts";
import { desks, isOpen, openMinutes, rules } from "./promise-desks.ts";

const minute = 60_000;
const iso = (moment: number) => new Date(moment).toISOString().replace(/:00\.000Z$/, "Z");

/** The promise to a customer of a desk. */
function promise(from: number, priority: Priority, tier: CustomerTier | null, zone: string): number {
	const { minutes, clock } = targetFor(priority, tier, rules);
	const hours = desks[zone];
	if (!hours) throw new Error(`there is no desk in ${zone}`);
	return promisedAt(from, minutes, clock, hours);
}

/** Worked out minute by minute in another language with another calendar (Python's zoneinfo), from the rules and desks of `promise-desks.ts`. */
const table = readFileSync("tests/fixtures/promises.csv", "utf8")
	.trim()
	.split("\n")
	.slice(1)
	.map((row) => row.split(","));

describe("the table of promised times", () => {
	it("has every tier and priority, and zones with every kind of clock change", () => {
		expect(table.length).toBeGreaterThanOrEqual(200);
		const column = (index: number) => new Set(table.map((row) => row[index]));
		expect([...column(1)].sort()).toEqual(Object.keys(desks).sort());
		expect(column(2)).toEqual(new Set(["none", ...customerTiers]));
		expect(column(3)).toEqual(new Set(["P1", "P2", "P3", "P4", "P5"]));
	});

	it.each(table)("%s, %s, tier %s: %s of %s is promised for %s", (_, zone = "", tier = "", priority = "", sent = "", promised = "") => {
		const known = customerTiers.find((name) => name === tier) ?? null;
		expect(iso(promise(Date.parse(sent), priority as Priority, known, zone))).toBe(promised);
	});
});

describe("the target", () => {
	it("is the standard one without a tier, and where a tier has no rule", () => {
		expect(targetFor("P3", null, rules)).toEqual({ minutes: 240, clock: "hours" });
		expect(targetFor("P3", "enterprise", { ...rules, tiers: {} })).toEqual({ minutes: 240, clock: "hours" });
	});

	it("is a figure of its own before it is a product, in whole minutes", () => {
		expect(targetFor("P1", "free", rules)).toEqual({ minutes: 240, clock: "always" });
		expect(targetFor("P2", "professional", { ...rules, tiers: { professional: { multiplier: 0.51, firstResponse: {} } } }).minutes).toBe(31);
	});
});

describe("every promise", () => {
	const priorities = fc.constantFrom<Priority>("P1", "P2", "P3", "P4", "P5");
	const tiers = fc.constantFrom<CustomerTier | null>(null, ...customerTiers);
	const zones = fc.constantFrom(...Object.keys(desks));
	const starts = fc.integer({ min: Date.parse("2026-09-01T00:00Z") / minute, max: Date.parse("2027-05-01T00:00Z") / minute }).map((count) => count * minute);

	it("lies after the message, in business hours or at their end, with as many open minutes before it as the target has", () => {
		fc.assert(
			fc.property(starts, priorities, tiers, zones, (from, priority, tier, zone) => {
				const hours = desks[zone];
				if (!hours) return;
				const { minutes, clock } = targetFor(priority, tier, rules);
				const at = promise(from, priority, tier, zone);
				expect(at).toBeGreaterThan(from);
				if (clock === "always") {
					expect(at - from).toBe(minutes * minute);
					return;
				}
				expect(isOpen(at - minute, hours)).toBe(true);
				expect(openMinutes(from, at, hours)).toBe(minutes);
			}),
			{ numRuns: 60 },
		);
	}, 60_000);

	it("is never earlier for a later message, a lower priority or a lower tier", () => {
		fc.assert(
			fc.property(starts, fc.nat(5000), priorities, zones, (from, later, priority, zone) => {
				const order = [...customerTiers].map((tier) => promise(from, priority, tier, zone));
				expect(order).toEqual([...order].sort((a, b) => a - b));
				expect(promise(from + later * minute, priority, null, zone)).toBeGreaterThanOrEqual(promise(from, priority, null, zone));
				const byPriority = (["P1", "P2", "P3", "P4", "P5"] as const).map((each) => promise(from, each, null, zone));
				expect(byPriority).toEqual([...byPriority].sort((a, b) => a - b));
			}),
			{ numRuns: 300 },
		);
	});
});
