import { html } from "hono/html";
import type { View } from "../../lib/shell.ts";
import { cellInWords, dayInWords } from "./cells.ts";
import { plotOf } from "./plot.ts";

const size = { width: 120, height: 32, margin: 3 };

/** What a small trend line shows: a value a day, or a week. */
export interface Trend {
	unit: "rate" | "seconds" | "count";
	points: { day: string; value: number | null }[];
}

/** A trend as a small line without axes; its first and last value in words for those who do not see it. Nothing below two values. */
export function sparkline({ unit, points }: Trend): View | "" {
	const known = points.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
	const [first, last] = [known[0], known.at(-1)];
	const plot = plotOf([{ points }], size, "tight");
	if (!first || !last || !plot || known.length < 2) return "";
	const words = [first, last].map(({ day, value }) => `${cellInWords(value, unit)} on ${dayInWords(day, "short")}`).join(" to ");
	const end = plot.days.find(({ day }) => day === last.day);
	return html`<svg class="spark" viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="none" role="img" aria-label="${`Trend: ${words}`}">
		<path class="line-0" d="${plot.paths[0]}"></path>
		<path class="dot line-0" d="${`M${end?.x ?? 0},${end?.places[0] ?? 0}h0`}"></path>
	</svg>`;
}
