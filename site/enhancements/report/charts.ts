/** One day of a chart: its strip, and its figures a line each, the day first. */
interface Day {
	strip: SVGGElement;
	lines: string[];
}

/**
 * Lets a chart be walked through day by day: with a pointer, and with the arrow keys, Home and End. A range control lies over the plane
 * unseen: it takes the keys, and says each day's figures aloud.
 */
export function walkCharts(root: ParentNode): void {
	for (const chart of root.querySelectorAll<HTMLElement>("[data-chart]")) walk(chart);
}

function walk(chart: HTMLElement): void {
	const plane = chart.querySelector<HTMLElement>(".plane");
	const days = [...chart.querySelectorAll<SVGGElement>("g.day")].map(readDay);
	if (!plane || days.length === 0) return;
	const readout = document.createElement("p");
	readout.className = "readout";
	readout.hidden = true;
	readout.ariaHidden = "true";
	const range = makeRange(days.length, chart.dataset["title"] ?? "");
	plane.append(range, readout);

	for (const [index, { strip }] of days.entries()) strip.addEventListener("pointerenter", () => show(index));
	plane.addEventListener("pointerleave", () => document.activeElement !== range && hide());
	range.addEventListener("input", () => show(range.valueAsNumber));
	range.addEventListener("focus", () => show(range.valueAsNumber));
	range.addEventListener("blur", hide);
	range.addEventListener("keydown", (event) => event.key === "Escape" && hide());
	say(days.length - 1);

	function show(index: number): void {
		const day = days[index];
		if (!day || !plane) return;
		hide();
		day.strip.classList.add("on");
		readout.replaceChildren(...day.lines.map(lineOf));
		readout.hidden = false;
		range.valueAsNumber = index;
		say(index);
		place(readout, day.strip, plane);
	}

	function hide(): void {
		readout.hidden = true;
		for (const { strip } of days) strip.classList.remove("on");
	}

	function say(index: number): void {
		range.setAttribute("aria-valuetext", days[index]?.lines.join(", ") ?? "");
	}
}

/** Takes the figures out of the strip's title, which would show a second, plain box. */
function readDay(strip: SVGGElement): Day {
	const title = strip.querySelector("title");
	const lines = (title?.textContent ?? "").split("\n").map((line) => line.trim());
	title?.remove();
	return { strip, lines };
}

function makeRange(length: number, title: string): HTMLInputElement {
	const range = document.createElement("input");
	Object.assign(range, { type: "range", min: "0", max: String(length - 1), step: "1", className: "walk" });
	range.valueAsNumber = length - 1;
	range.setAttribute("aria-label", `Walk through the days: ${title}`);
	return range;
}

function lineOf(text: string, index: number): HTMLElement {
	const line = document.createElement(index === 0 ? "strong" : "span");
	line.textContent = text;
	return line;
}

/** Puts the readout beside a strip, within the plane. */
function place(readout: HTMLElement, strip: SVGGElement, plane: HTMLElement): void {
	const [room, guide] = [plane.getBoundingClientRect(), (strip.querySelector(".guide") ?? strip).getBoundingClientRect()];
	const x = guide.left + guide.width / 2 - room.left;
	const width = readout.offsetWidth;
	const beside = x + 12 + width <= room.width ? x + 12 : x - 12 - width;
	readout.style.insetInlineStart = `${Math.max(0, Math.min(beside, room.width - width))}px`;
}
