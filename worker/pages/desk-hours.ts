import { inWords, isStaffed, nextOpening, type BusinessHours } from "#contract/promise-clock.ts";

/** Whether somebody is at the desk now, and if not, when. */
export function deskHours(hours: BusinessHours, now: number): string {
	if (isStaffed(now, hours)) return `Our desk is open now, until ${hours.closes} (${hours.timeZone.replaceAll("_", " ")}).`;
	return `Our desk is closed now and opens on ${inWords(nextOpening(now, hours), hours.timeZone)}. You can write at any time.`;
}
