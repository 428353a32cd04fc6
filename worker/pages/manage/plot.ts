import { nice, ticks } from "d3-array";
import type { Series } from "#contract/report-table.ts";

/** Units of a drawing. It is stretched to the width and height that the page gives it; lines keep their strength. */
export interface Size {
	width: number;
	height: number;
	/** Room above and below, so that a line at the edge is not cut. */
	margin: number;
}

/** A day of a plot, with the room around it in which a pointer means it. */
export interface PlotDay {
	day: string;
	x: number;
	from: number;
	to: number;
	/** A place for each series; null where it has no figure. */
	places: (number | null)[];
}

/** Series laid out on a plane. */
export interface Plot {
	days: PlotDay[];
	/** From 0 up, in equal steps. */
	ticks: number[];
	y: (value: number) => number;
	/** A line for each series as an SVG path; it is broken where there is no figure. */
	paths: string[];
}

/** How the value axis is chosen: from zero, from zero in whole steps, or only around the values. */
type Axis = "zero" | "whole" | "tight";

/** From the lowest to the highest value of an axis. */
type Span = [from: number, to: number];

/** Steps of the value axis. */
const steps = 4;

/** Lays series out. Null when none has a figure. @param unfinished a day that no line leads to: it is not over yet */
export function plotOf(series: Pick<Series, "points" | "target">[], { width, height, margin }: Size, axis: Axis = "zero", unfinished?: string): Plot | null {
	const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
	if (values.length === 0) return null;
	const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
	const known = series.map(({ points }) => new Map(points.map(({ day, value }) => [day, value])));
	const targets = series.flatMap(({ target }) => target ?? []);
	const top = Math.max(...values, ...targets) || 1;
	const count = axis === "whole" ? Math.min(steps, Math.ceil(top)) : steps;
	const time: Span = [Date.parse(days[0] ?? ""), Date.parse(days.at(-1) ?? "")];
	const span: Span = axis === "tight" ? around(values) : nice(0, top, count);
	const y = (value: number) => round(height - margin - shareOf(value, span) * (height - 2 * margin));
	const at = days.map((day) => round(shareOf(Date.parse(day), time) * width));
	const places = known.map((one) => days.map((day) => placeOf(one.get(day) ?? null)));
	return {
		days: days.map((day, index) => ({
			day,
			x: at[index] ?? 0,
			from: index === 0 ? 0 : middle(at[index - 1], at[index]),
			to: index === days.length - 1 ? width : middle(at[index], at[index + 1]),
			places: places.map((one) => one[index] ?? null),
		})),
		ticks: ticks(...span, count),
		y,
		paths: places.map((one) =>
			pathOf(
				one.map((place, index) => (days[index] === unfinished ? null : place)),
				at,
			),
		),
	};

	function placeOf(value: number | null): number | null {
		return value === null ? null : y(value);
	}
}

/** Lines through what follows each other; a point that stands alone is drawn as a point. */
function pathOf(places: (number | null)[], at: number[]): string {
	const has = (index: number) => (places[index] ?? null) !== null;
	return places
		.map((place, index) => {
			if (place === null) return "";
			const isAlone = !has(index - 1) && !has(index + 1);
			return `${has(index - 1) ? "L" : "M"}${at[index] ?? 0},${place}${isAlone ? "Z" : ""}`;
		})
		.join("");
}

/** How far a value lies in a span, 0 to 1; in one without length in the middle. */
function shareOf(value: number, [from, to]: Span): number {
	return to === from ? 0.5 : (value - from) / (to - from);
}

/** A span of values with some room, so that small changes do not look like large ones. */
function around(values: number[]): Span {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const room = Math.max(high - low, Math.abs(high) * 0.2, Number.EPSILON) - (high - low);
	return [low - room / 2, high + room / 2];
}

const round = (value: number) => Math.round(value * 10) / 10;
const middle = (one = 0, other = 0) => round((one + other) / 2);
