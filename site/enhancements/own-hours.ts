import { moveTime } from "#site/lib/zone-hours.ts";
import { createSay } from "#site/strings/message.ts";

/** Says the desk's hours in the reader's own time, where that is another. */
const element = document.querySelector<HTMLElement>("[data-own-hours]");

interface Words {
	line: string;
	before: string;
	after: string;
}

function show(place: HTMLElement): void {
	const { zone = "UTC", opens = "", closes = "" } = place.dataset;
	const { line, before, after } = JSON.parse(place.dataset["ownHours"] ?? "{}") as Words;
	const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const now = Date.now();
	const say = createSay(document.documentElement.lang);

	function moved(clock: string): string {
		const { time, days } = moveTime(clock, { from: zone, to: own }, now);
		if (days === 0) return time;
		return say(days > 0 ? after : before, { time });
	}

	if (moved(opens) === opens) return;
	place.textContent = say(line, { zone: own.replaceAll("_", " "), opens: moved(opens), closes: moved(closes) });
	place.hidden = false;
}

if (element) show(element);
