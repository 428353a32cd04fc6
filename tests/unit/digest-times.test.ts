import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfWeek, weekOf } from "#contract/iso-week.ts";
import { addDays, dayMs, dayOf } from "#worker/lib/days.ts";
import { dueDay, dueWeek } from "#worker/lib/desk-times.ts";

const at = { day: "monday", time: "08:00" } as const;

describe("an ISO week", () => {
	it.each([
		["2026-11-20", "2026-W47"],
		["2026-01-01", "2026-W01"],
		["2027-01-01", "2026-W53"],
		["2027-01-04", "2027-W01"],
		["2024-12-30", "2025-W01"],
		["2021-01-03", "2020-W53"],
	])("of %s is %s", (day, week) => {
		expect(weekOf(day)).toBe(week);
	});

	it("holds its seven days, Monday first, and no other", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
				const day = dayOf(n * dayMs);
				const { from = "", to = "" } = daysOfWeek(weekOf(day)) ?? {};
				expect(new Date(from).getUTCDay()).toBe(1);
				expect(to).toBe(addDays(from, 6));
				expect(from <= day && day <= to).toBe(true);
				expect(weekOf(addDays(to, 1))).not.toBe(weekOf(day));
			}),
		);
	});

	it.each(["2026-W00", "2026-W54", "2025-W53", "2026-W7", "2026-47", "26-W47", ""])("is not %j", (week) => {
		expect(daysOfWeek(week)).toBeNull();
	});
});

describe("the week whose digest is due", () => {
	it.each([
		// Clocks go forward in London on 2026-03-29, back on 2026-10-25.
		["Europe/London", "2026-03-30T06:59:59Z", "2026-03-30T07:00:00Z"],
		["Europe/London", "2026-10-26T07:59:59Z", "2026-10-26T08:00:00Z"],
		// In Sydney back on 2026-04-05, forward on 2026-10-04; it is Monday there while it is Sunday in UTC.
		["Australia/Sydney", "2026-04-05T21:59:59Z", "2026-04-05T22:00:00Z"],
		["Australia/Sydney", "2026-10-04T20:59:59Z", "2026-10-04T21:00:00Z"],
		// Half an hour and three quarters of one beside the full hour.
		["Asia/Kathmandu", "2026-06-01T02:14:59Z", "2026-06-01T02:15:00Z"],
		["Pacific/Kiritimati", "2026-05-31T17:59:59Z", "2026-05-31T18:00:00Z"],
	])("comes at eight on the desk's clocks in %s", (zone, before, then) => {
		expect(dueWeek(Date.parse(before), zone, at)).toBeNull();
		const week = dueWeek(Date.parse(then), zone, at);
		expect(daysOfWeek(week ?? "")?.to).toBe(addDays(dayOf(Date.parse(then), zone), -1));
	});

	it("stays due until its week is over, whatever the day it is sent on", () => {
		const due = (time: string, day: "monday" | "friday" | "sunday") => dueWeek(Date.parse(time), "Europe/London", { day, time: "16:30" });
		expect(due("2026-11-23T16:30:00Z", "monday")).toBe("2026-W47");
		expect(due("2026-11-29T23:59:59Z", "monday")).toBe("2026-W47");
		expect(due("2026-11-30T00:00:00Z", "monday")).toBeNull();
		expect(due("2026-11-27T16:29:59Z", "friday")).toBeNull();
		expect(due("2026-11-27T16:30:00Z", "friday")).toBe("2026-W47");
		expect(due("2026-11-29T16:30:00Z", "sunday")).toBe("2026-W47");
	});

	it("comes once a week in every zone, through a whole year", () => {
		for (const zone of ["Europe/London", "Australia/Sydney", "America/Sao_Paulo", "Asia/Tehran", "UTC"]) {
			const times = Array.from({ length: 365 * 24 }, (_, hour) => Date.parse("2026-01-05T00:00:00Z") + hour * 3_600_000);
			const weeks = times.flatMap((time) => dueWeek(time, zone, at) ?? []);
			const runs = weeks.filter((week, index) => week !== weeks[index - 1]);
			expect(runs).toEqual([...new Set(weeks)]);
			expect(runs.length).toBeGreaterThanOrEqual(52);
		}
	});
});

describe("a time of the day at the desk", () => {
	it("comes after the hour that is skipped, and the first of two", () => {
		const due = (time: string, clock: string) => dueDay(Date.parse(time), "Europe/London", clock);
		expect(due("2026-03-29T00:59:59Z", "01:30")).toBeNull();
		expect(due("2026-03-29T01:30:00Z", "01:30")).toBe("2026-03-29");
		expect(due("2026-10-25T00:29:59Z", "01:30")).toBeNull();
		expect(due("2026-10-25T00:30:00Z", "01:30")).toBe("2026-10-25");
	});
});
