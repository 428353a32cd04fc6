import { moveTime } from "#site/lib/zone-hours.ts";

/** Says the desk's hours in the reader's own time, where that is another. */
const line = document.querySelector<HTMLElement>("[data-own-hours]");

function dayNote(days: number): string {
	if (days === 0) return "";
	return days > 0 ? " on the day after" : " on the day before";
}

function show(element: HTMLElement): void {
	const { zone = "UTC", opens = "", closes = "" } = element.dataset;
	const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const now = Date.now();
	const zones = { from: zone, to: own };
	const [start, end] = [moveTime(opens, zones, now), moveTime(closes, zones, now)];
	if (start.time === opens && start.days === 0) return;
	element.textContent = `In your time (${own.replaceAll("_", " ")}) that is ${start.time}${dayNote(start.days)} to ${end.time}${dayNote(end.days)}, as the clocks stand today.`;
	element.hidden = false;
}

if (line) show(line);
