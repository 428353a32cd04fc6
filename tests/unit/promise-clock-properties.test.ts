import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStaffed, promisedAt, type BusinessHours } from "#contract/promise-clock.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Days around which the clocks change, and one on which they do not. */
const zones = [
	{ timeZone: "Europe/London", around: ["2026-10-25", "2027-03-28"] },
	{ timeZone: "America/New_York", around: ["2026-11-01", "2027-03-14"] },
	{ timeZone: "Australia/Sydney", around: ["2026-10-04", "2027-04-04"] },
	{ timeZone: "Asia/Kolkata", around: ["2026-11-08", "2026-12-25"] },
];

const clock = (hour: number, half: boolean) => `${String(hour).padStart(2, "0")}:${half ? "30" : "00"}`;

/** Hours whose ends never fall into the lost or the repeated hour of a change, where "09:00" would mean two moments or none. */
const shifts = fc
	.tuple(fc.constantFrom(0, 4, 7, 9, 12), fc.boolean(), fc.integer({ min: 2, max: 10 }), fc.boolean())
	.map(([hour, openHalf, length, closeHalf]) => ({
		opens: clock(hour, openHalf && hour > 0),
		closes: clock(Math.max(4, hour + length), closeHalf || hour + length < 4),
	}));

const desks = fc.constantFrom(...zones).chain(({ timeZone, around }) =>
	fc
		.record({
			middle: fc.constantFrom(...around),
			shift: shifts,
			days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
			daysOff: fc.uniqueArray(fc.integer({ min: -2, max: 4 }), { maxLength: 4 }),
			start: fc.integer({ min: -3 * 24 * 60, max: 2 * 24 * 60 }),
		})
		.map(({ middle, shift, days, daysOff, start }) => {
			const noon = Date.parse(`${middle}T12:00:00Z`);
			const holidays = daysOff.map((offset) => new Date(noon + offset * day).toISOString().slice(0, 10));
			return { from: noon + start * minute, hours: { timeZone, ...shift, days, holidays } satisfies BusinessHours };
		}),
);

const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Distance of a zone from UTC by the platform's calendar, which the promise clock does not use. It changes on the half hour at most. */
function offsetOf(moment: number, timeZone: string): number {
	const start = moment - (((moment % (30 * minute)) + 30 * minute) % (30 * minute));
	const key = `${timeZone} ${start}`;
	const known = offsets.get(key);
	if (known !== undefined) return known;
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
	formats.set(timeZone, format);
	const parts = Object.fromEntries(format.formatToParts(start).map((part) => [part.type, part.value]));
	const offset = Date.parse(`${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}:00Z`) - start;
	offsets.set(key, offset);
	return offset;
}

/** Day, wall clock and ISO weekday of a moment. */
function wallClock(moment: number, timeZone: string): { date: string; time: string; weekday: number } {
	const local = new Date(moment + offsetOf(moment, timeZone));
	return { date: local.toISOString().slice(0, 10), time: local.toISOString().slice(11, 16), weekday: local.getUTCDay() || 7 };
}

function isOpen(moment: number, { timeZone, days, opens, closes, holidays }: BusinessHours): boolean {
	const { date, time, weekday } = wallClock(moment, timeZone);
	return days.includes(weekday) && !holidays.includes(date) && time >= opens && time < closes;
}

/** Watches the clock minute by minute until enough open ones have passed. */
function simulate(from: number, minutes: number, hours: BusinessHours): number {
	let moment = from;
	for (let left = minutes; left > 0; moment += minute) if (isOpen(moment, hours)) left--;
	return moment;
}

describe("the promise clock in business hours", () => {
	it("agrees with a simulation minute by minute", () => {
		fc.assert(
			fc.property(desks, fc.integer({ min: 1, max: 500 }), ({ from, hours }, minutes) => {
				expect(promisedAt(from, minutes, "hours", hours)).toBe(simulate(from, minutes, hours));
			}),
			{ numRuns: 150 },
		);
	}, 60_000);

	it("agrees with the simulation on who is at the desk", () => {
		fc.assert(
			fc.property(desks, ({ from, hours }) => {
				expect(isStaffed(from, hours)).toBe(isOpen(from, hours));
			}),
			{ numRuns: 1000 },
		);
	});

	it("always ends in business hours, or at closing time", () => {
		fc.assert(
			fc.property(desks, fc.integer({ min: 1, max: 6000 }), ({ from, hours }, minutes) => {
				const end = promisedAt(from, minutes, "hours", hours);
				expect(isOpen(end, hours) || wallClock(end, hours.timeZone).time === hours.closes).toBe(true);
				expect(isOpen(end - 1, hours)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it("never ends earlier for a longer target or a later start", () => {
		fc.assert(
			fc.property(desks, fc.nat(3000), fc.nat(3000), fc.nat(3000), ({ from, hours }, minutes, more, later) => {
				const end = promisedAt(from, minutes, "hours", hours);
				expect(promisedAt(from, minutes + more, "hours", hours)).toBeGreaterThanOrEqual(end + more * minute);
				expect(promisedAt(from + later * minute, minutes, "hours", hours)).toBeGreaterThanOrEqual(end);
			}),
			{ numRuns: 500 },
		);
	});

	it("never ends before a clock that does not stop", () => {
		fc.assert(
			fc.property(desks, fc.nat(6000), ({ from, hours }, minutes) => {
				const running = promisedAt(from, minutes, "always", hours);
				expect(running).toBe(from + minutes * minute);
				expect(promisedAt(from, minutes, "hours", hours)).toBeGreaterThanOrEqual(running);
			}),
			{ numRuns: 500 },
		);
	});
});
