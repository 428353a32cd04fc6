import { describe, expect, it } from "vitest";
import { inWords, isStaffed, nextOpening, promisedAt, type BusinessHours } from "#contract/promise-clock.ts";

const london: BusinessHours = {
	timeZone: "Europe/London",
	days: [1, 2, 3, 4, 5],
	opens: "09:00",
	closes: "18:00",
	holidays: ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29"],
};
const hour = 60;
const at = (moment: string) => Date.parse(moment);
const iso = (moment: number) => new Date(moment).toISOString().replace(/:00\.000Z$/, "Z");

describe("the promise of a first response", () => {
	it.each([
		{ what: "P1 at night runs on", from: "2026-11-22T02:40Z", minutes: 15, kind: "always", to: "2026-11-22T02:55Z" },
		{ what: "P2 on a Sunday runs on", from: "2026-11-22T12:00Z", minutes: hour, kind: "always", to: "2026-11-22T13:00Z" },
		{ what: "P1 over midnight on Christmas Day runs on", from: "2026-12-24T23:50Z", minutes: 15, kind: "always", to: "2026-12-25T00:05Z" },
		{ what: "P3 on Tuesday morning ends the same day", from: "2026-11-24T10:00Z", minutes: 4 * hour, kind: "hours", to: "2026-11-24T14:00Z" },
		{ what: "P3 on Friday 17:00 ends on Monday", from: "2026-11-20T17:00Z", minutes: 4 * hour, kind: "hours", to: "2026-11-23T12:00Z" },
		{ what: "P3 on Saturday starts on Monday", from: "2026-11-21T15:00Z", minutes: 4 * hour, kind: "hours", to: "2026-11-23T13:00Z" },
		{ what: "P3 before opening starts at opening", from: "2026-11-24T05:00Z", minutes: 4 * hour, kind: "hours", to: "2026-11-24T13:00Z" },
		{ what: "P3 at closing time starts the next morning", from: "2026-11-24T18:00Z", minutes: 4 * hour, kind: "hours", to: "2026-11-25T13:00Z" },
		{ what: "a target that fits to the minute ends at closing time", from: "2026-11-24T14:00Z", minutes: 4 * hour, kind: "hours", to: "2026-11-24T18:00Z" },
		{ what: "P4 takes most of a day", from: "2026-11-24T13:30Z", minutes: 8 * hour, kind: "hours", to: "2026-11-25T12:30Z" },
		{ what: "P5 takes more than two days", from: "2026-11-24T09:00Z", minutes: 24 * hour, kind: "hours", to: "2026-11-26T15:00Z" },
		{ what: "P3 on Christmas Eve waits for the Tuesday after", from: "2026-12-24T17:00Z", minutes: 4 * hour, kind: "hours", to: "2026-12-29T12:00Z" },
		{
			what: "P5 over Christmas and New Year leaves out holidays and weekends",
			from: "2026-12-24T09:00Z",
			minutes: 48 * hour,
			kind: "hours",
			to: "2027-01-05T12:00Z",
		},
		{
			what: "P3 over Easter and the start of summer time keeps the wall clock",
			from: "2027-03-25T17:00Z",
			minutes: 4 * hour,
			kind: "hours",
			to: "2027-03-30T11:00Z",
		},
		{ what: "P3 over the end of summer time keeps the wall clock", from: "2026-10-23T16:00Z", minutes: 4 * hour, kind: "hours", to: "2026-10-26T12:00Z" },
		{ what: "P1 while the clocks go forward counts real time", from: "2027-03-28T00:50Z", minutes: 15, kind: "always", to: "2027-03-28T01:05Z" },
	] as const)("$what", ({ from, minutes, kind, to }) => {
		expect(iso(promisedAt(at(from), minutes, kind, london))).toBe(to);
	});

	it.each([
		{ what: "spring", day: "2027-03-28", to: "2027-03-28T05:00Z" },
		{ what: "autumn", day: "2026-10-25", to: "2026-10-25T05:00Z" },
	])("counts the hours that a night shift really has in $what", ({ day, to }) => {
		const nights: BusinessHours = { ...london, days: [1, 2, 3, 4, 5, 6, 7], opens: "00:00", closes: "08:00", holidays: [] };
		const from = day === "2027-03-28" ? `${day}T00:00Z` : "2026-10-24T23:00Z";
		expect(iso(promisedAt(at(from), day === "2027-03-28" ? 5 * hour : 6 * hour, "hours", nights))).toBe(to);
	});

	it("takes no time for no minutes: now when open, at opening when closed", () => {
		expect(iso(promisedAt(at("2026-11-24T10:07Z"), 0, "hours", london))).toBe("2026-11-24T10:07Z");
		expect(iso(promisedAt(at("2026-11-21T10:07Z"), 0, "hours", london))).toBe("2026-11-23T09:00Z");
	});

	it.each([
		["no day is open", { days: [] }],
		["the desk closes before it opens", { opens: "18:00", closes: "09:00" }],
		["the desk closes as it opens", { opens: "09:00", closes: "09:00" }],
	])("refuses hours in which %s", (_, change) => {
		expect(() => promisedAt(at("2026-11-24T10:00Z"), 1, "hours", { ...london, ...change })).toThrow(
			"no open day within a year in Europe/London: check the hours and holidays of support.yml",
		);
	});

	it("finds the one open day of a desk that closes for weeks", () => {
		const sundays: BusinessHours = { ...london, days: [7], holidays: ["2026-11-22", "2026-11-29", "2026-12-06"] };
		expect(iso(promisedAt(at("2026-11-21T10:00Z"), 30, "hours", sundays))).toBe("2026-12-13T09:30Z");
	});
});

describe("whether somebody is at the desk", () => {
	it.each([
		["2026-11-24T08:59Z", false],
		["2026-11-24T09:00Z", true],
		["2026-11-24T17:59Z", true],
		["2026-11-24T18:00Z", false],
		["2026-11-21T12:00Z", false],
		["2026-12-25T12:00Z", false],
		["2026-12-28T12:00Z", false],
		["2026-12-29T12:00Z", true],
		["2026-07-01T08:30Z", true],
		["2026-07-01T17:30Z", false],
	])("at %s: %s", (moment, staffed) => {
		expect(isStaffed(at(moment), london)).toBe(staffed);
	});

	it("goes by the desk's own day, not by that of UTC", () => {
		const sydney: BusinessHours = { ...london, timeZone: "Australia/Sydney", holidays: [] };
		expect(isStaffed(at("2026-11-22T22:30Z"), sydney)).toBe(true);
		expect(isStaffed(at("2026-11-20T22:30Z"), sydney)).toBe(false);
	});
});

describe("the next opening", () => {
	it.each([
		["2026-11-24T14:00Z", "2026-11-24T14:00Z"],
		["2026-11-24T08:59Z", "2026-11-24T09:00Z"],
		["2026-11-24T17:59Z", "2026-11-24T17:59Z"],
		["2026-11-24T18:00Z", "2026-11-25T09:00Z"],
		["2026-11-20T18:00Z", "2026-11-23T09:00Z"],
		["2026-12-24T18:00Z", "2026-12-29T09:00Z"],
	])("seen from %s is %s", (moment, opens) => {
		expect(iso(nextOpening(at(moment), london))).toBe(opens);
	});
});

describe("a moment in words", () => {
	it.each([
		["2026-11-24T14:00Z", "Europe/London", "Tuesday 24 November, 14:00 (Europe/London)"],
		["2026-11-24T14:00Z", "America/New_York", "Tuesday 24 November, 09:00 (America/New York)"],
		["2026-11-24T14:00Z", "Australia/Sydney", "Wednesday 25 November, 01:00 (Australia/Sydney)"],
		["2026-11-24T14:00Z", "Asia/Kolkata", "Tuesday 24 November, 19:30 (Asia/Kolkata)"],
		["2026-11-24T00:00Z", "Europe/London", "Tuesday 24 November, 00:00 (Europe/London)"],
		["2026-07-01T14:00Z", "Europe/London", "Wednesday 1 July, 15:00 (Europe/London)"],
	])("%s in %s is %s", (moment, zone, words) => {
		expect(inWords(at(moment), zone)).toBe(words);
	});

	it("calls midnight 00:00 in every locale", () => {
		expect(inWords(at("2026-11-24T00:00Z"), "UTC", "en-US")).toBe("Tuesday 24 November, 00:00 (UTC)");
		expect(inWords(at("2026-11-24T00:00Z"), "UTC", "de-DE")).toMatch(/ 00:00 \(UTC\)$/);
	});

	it.each([
		["de", "Dienstag, 24. November um 15:00 (Europe/Berlin)"],
		["es", "martes, 24 de noviembre, 15:00 (Europe/Berlin)"],
		["ar-u-nu-latn", "الثلاثاء، 24 نوفمبر في 15:00 (Europe/Berlin)"],
	])("is written as its language writes it (%s)", (language, words) => {
		expect(inWords(at("2026-11-24T14:00Z"), "Europe/Berlin", language)).toBe(words);
	});

	it("is the zone's and the language's own, however many others were written before", () => {
		const write = () => ["en", "de"].flatMap((language) => Intl.supportedValuesOf("timeZone").map((zone) => inWords(at("2026-11-24T14:00Z"), zone, language)));
		const words = write();
		expect(words).toHaveLength(new Set(words).size);
		expect(write()).toEqual(words);
		expect(words).toContain("Tuesday 24 November, 14:00 (Europe/London)");
		expect(words).toContain("Dienstag, 24. November um 15:00 (Europe/Berlin)");
	});
});
