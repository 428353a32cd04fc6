import { weekdays, type WeeklyTime } from "#contract/digest.ts";
import { daysOfWeek, weekOf } from "#contract/iso-week.ts";
import { addDays, dayOf, momentOf } from "./days.ts";

/** The ISO week before the one that a day is in. */
export function weekBefore(day: string): string {
	return weekOf(addDays(day, -7));
}

/**
 * The week whose digest is due: the last full one, from its time in the week after it until that week is over. Null where the time has
 * not come yet, so that nobody gets an old week after a pause.
 */
export function dueWeek(now: number, zone: string, { day, time }: WeeklyTime): string | null {
	const today = dayOf(now, zone);
	const monday = daysOfWeek(weekOf(today))?.from ?? today;
	return momentOf(addDays(monday, weekdays.indexOf(day)), time, zone) <= now ? weekBefore(today) : null;
}

/** Today, once a time of the day has come at the desk; else null. */
export function dueDay(now: number, zone: string, time: string): string | null {
	const today = dayOf(now, zone);
	return momentOf(today, time, zone) <= now ? today : null;
}
