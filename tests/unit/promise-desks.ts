import type { BusinessHours } from "#contract/promise-clock.ts";
import type { PromiseRules } from "#contract/targets.ts";

const minute = 60_000;

/** Promises of the sample centre, with the customer tiers of `site/schemas/support.ts`. Lengths in minutes. */
export const rules: PromiseRules = {
	promises: {
		P1: { firstResponse: 15, clock: "always" },
		P2: { firstResponse: 60, clock: "always" },
		P3: { firstResponse: 240, clock: "hours" },
		P4: { firstResponse: 480, clock: "hours" },
		P5: { firstResponse: 1440, clock: "hours" },
	},
	tiers: {
		enterprise: { multiplier: 0.5, firstResponse: { P1: 7 } },
		business: { multiplier: 1, firstResponse: { P1: 15 } },
		professional: { multiplier: 1.5, firstResponse: { P1: 30 } },
		starter: { multiplier: 2, firstResponse: { P1: 60 } },
		free: { multiplier: 4, firstResponse: { P1: 240 } },
	},
};

/** Desks around the world, each with a holiday beside a change of its clocks or a weekend. */
export const desks: Record<string, BusinessHours> = {
	"Europe/London": {
		timeZone: "Europe/London",
		days: [1, 2, 3, 4, 5],
		opens: "09:00",
		closes: "18:00",
		holidays: ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29"],
	},
	"America/New_York": { timeZone: "America/New_York", days: [1, 2, 3, 4, 5], opens: "09:00", closes: "18:00", holidays: ["2026-11-26", "2026-12-25"] },
	"Asia/Kolkata": { timeZone: "Asia/Kolkata", days: [1, 2, 3, 4, 5, 6], opens: "09:30", closes: "18:30", holidays: ["2026-11-09", "2027-01-26"] },
	// Half an hour of summer time.
	"Australia/Lord_Howe": { timeZone: "Australia/Lord_Howe", days: [1, 2, 3, 4, 5, 6, 7], opens: "00:00", closes: "08:00", holidays: ["2026-10-05"] },
	// Thirteen hours ahead of UTC: its day is another day's.
	"Pacific/Apia": { timeZone: "Pacific/Apia", days: [1, 2, 3, 4, 5], opens: "08:00", closes: "16:00", holidays: ["2027-01-01"] },
	"America/Sao_Paulo": { timeZone: "America/Sao_Paulo", days: [2, 3, 4, 5, 6], opens: "10:00", closes: "20:15", holidays: ["2026-11-20"] },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day, wall clock and ISO weekday of a moment by the platform's calendar, which the promise clock does not use. */
function wallClock(moment: number, timeZone: string): { date: string; time: string; weekday: number } {
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
	formats.set(timeZone, format);
	const parts = Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
	const date = `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
	return { date, time: `${parts["hour"]}:${parts["minute"]}`, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7 };
}

/** Whether somebody is at the desk in the minute that begins at a moment. */
export function isOpen(moment: number, { timeZone, days, opens, closes, holidays }: BusinessHours): boolean {
	const { date, time, weekday } = wallClock(moment, timeZone);
	return days.includes(weekday) && !holidays.includes(date) && time >= opens && time < closes;
}

/** Open minutes from one moment to another, counted one by one. */
export function openMinutes(from: number, to: number, hours: BusinessHours): number {
	let open = 0;
	for (let moment = from; moment < to; moment += minute) if (isOpen(moment, hours)) open++;
	return open;
}
