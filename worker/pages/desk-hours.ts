import { inWords, isStaffed, nextOpening, type BusinessHours } from "#contract/promise-clock.ts";

/**
 * Whether somebody is at the desk now, and if not, when.
 *
 * @param dayAndNight whether critical problems are answered while the desk is closed
 */
export function deskHours(hours: BusinessHours, now: number, dayAndNight: boolean): string {
	if (isStaffed(now, hours)) return `Our desk is open now, until ${hours.closes} (${hours.timeZone.replaceAll("_", " ")}).`;
	const opening = `Our desk is closed now and opens on ${inWords(nextOpening(now, hours), hours.timeZone)}. You can write at any time.`;
	return dayAndNight ? `${opening} Critical problems are answered day and night.` : opening;
}
