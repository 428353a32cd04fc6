import { isStaffed, nextOpening, type BusinessHours } from "#contract/promise-clock.ts";
import type { Speech } from "../lib/speech.ts";

/**
 * Whether somebody is at the desk now, and if not, when.
 *
 * @param dayAndNight whether critical problems are answered while the desk is closed
 */
export function deskHours(hours: BusinessHours, now: number, dayAndNight: boolean, { t, say, at }: Speech): string {
	const { open, closed, dayAndNight: always } = t.contactAnswers;
	if (isStaffed(now, hours)) return say(open, { time: hours.closes, zone: hours.timeZone.replaceAll("_", " ") });
	const opening = say(closed, { moment: at(nextOpening(now, hours), hours.timeZone) });
	return dayAndNight ? `${opening} ${always}` : opening;
}
