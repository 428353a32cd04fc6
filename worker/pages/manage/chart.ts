import { html } from "hono/html";
import type { Chart } from "#contract/report-data.ts";
import type { Series } from "#contract/report-table.ts";
import type { View } from "../../lib/shell.ts";
import { cellInWords, dayInWords } from "./cells.ts";
import { plotOf, type Plot, type PlotDay } from "./plot.ts";

const size = { width: 600, height: 160, margin: 0 };

/**
 * A line chart as SVG, drawn by the Worker: it needs no script, prints, and takes its colours from the page. The plane is stretched to the
 * room there is and the labels stand beside it, so that they keep their size on a phone. The same figures stand in a table below it.
 */
export function chartView({ id, title, summary, series, unfinished }: Chart): View {
	const plot = plotOf(series, size, series.every(({ unit }) => unit === "count") ? "whole" : "zero", unfinished);
	if (!plot)
		return html`<figure class="chart">
			<figcaption>${title}</figcaption>
			<p class="muted">Not enough data for a chart.</p>
		</figure>`;
	return html`<figure class="chart" data-chart="${id}" data-title="${title}">
		<div class="chart-head">
			<figcaption>${title}</figcaption>
			${legend(series, plot, unfinished)}
		</div>
		${plane(`${title}. ${summary}`, series, plot, unfinished)}
		<details>
			<summary>Figures</summary>
			${figuresTable(title, series, plot, unfinished)}
		</details>
	</figure>`;
}

/** Words for a day or a week of which more is to come. */
const soFar = "not over yet";

function legend(series: Series[], { days }: Plot, unfinished: string | undefined): View {
	const gaps = days.some((day) => isGap(day) && day.day !== unfinished);
	const targets = series.flatMap(({ target, unit }) => (target === undefined ? [] : [cellInWords(target, unit)]));
	return html`<ul class="legend">
		${series.length > 1 ? series.map(({ label }, index) => html`<li><span class="key line-${index}"></span>${label}</li>`) : ""}
		${targets.map((words) => html`<li><span class="key target"></span>Target ${words}</li>`)}
		${gaps ? html`<li><span class="key gap"></span>No figure</li>` : ""}
		${unfinished === undefined ? "" : html`<li><span class="key open"></span>${isByWeek(days) ? "Week from " : ""}${dayInWords(unfinished, "short")}: ${soFar}</li>`}
	</ul>`;
}

const isByWeek = (days: PlotDay[]) => days.length > 1 && Date.parse(days.at(-1)?.day ?? "") - Date.parse(days.at(-2)?.day ?? "") > 86_400_000;

function plane(label: string, series: Series[], plot: Plot, unfinished: string | undefined): View {
	const { days, ticks, y, paths } = plot;
	const { width, height } = size;
	const unit = series[0]?.unit ?? "count";
	return html`<div class="plot">
		<ol class="y-axis" aria-hidden="true">
			${[...ticks].reverse().map((tick) => html`<li>${cellInWords(tick, unit)}</li>`)}
		</ol>
		<div class="plane">
			<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">
				${ticks.map((tick) => html`<path class="grid" d="M0,${y(tick)}H${width}"></path>`)}
				${series.map(({ target }) => (target === undefined ? "" : html`<path class="target" d="M0,${y(target)}H${width}"></path>`))}
				${paths.map((path, index) => html`<path class="line line-${index}" d="${path}"></path>`)}
				${days.map(({ x, places }, at) =>
					places.map((place, index) =>
						place !== null && days[at]?.day !== unfinished && isAlone(days, at, index, unfinished)
							? html`<path class="dot line-${index}" d="M${x},${place}h0"></path>`
							: "",
					),
				)}
				${days.map((day) => dayView(day, series, day.day === unfinished))}
			</svg>
		</div>
		<p class="x-axis" aria-hidden="true">${labelled(days).map((day) => html`<span>${dayInWords(day, "short")}</span>`)}</p>
	</div>`;
}

/** A day as a strip: pointing at it shows its guide, its points and its figures. */
function dayView(day: PlotDay, series: Series[], isOpen: boolean): View {
	const { x, from, to, places } = day;
	return html`<g class="day"
		><title>${dayInFigures(day.day, series, isOpen)}</title
		><rect class="${isOpen ? "open" : isGap(day) ? "gap" : "room"}" x="${from}" y="0" width="${Math.max(to - from, 1)}" height="${size.height}"></rect
		><path class="guide" d="M${x},0V${size.height}"></path
		>${places.map((place, index) => (place === null || !isOpen ? "" : html`<path class="so-far line-${index}" d="M${x},${place}h0"></path>`))}${places.map((place, index) => (place === null ? "" : html`<path class="point line-${index}" d="M${x},${place}h0"></path>`))}</g
	>`;
}

const isGap = ({ places }: PlotDay) => places.every((place) => place === null);

/** A value between two gaps would have no line; to a day that is not over yet none leads. */
const isAlone = (days: PlotDay[], at: number, index: number, unfinished: string | undefined) =>
	[at - 1, at + 1].every((beside) => days[beside]?.day === unfinished || (days[beside]?.places[index] ?? null) === null);

function dayInFigures(day: string, series: Series[], isOpen: boolean): string {
	const figures = series.map(({ label, unit, points }) => {
		const point = points.find((candidate) => candidate.day === day);
		const words = point === undefined || point.value === null ? "no figure" : cellInWords(point.value, unit);
		return `${series.length > 1 ? `${label}: ` : ""}${words}${point?.n === undefined ? "" : ` (n = ${point.n.toLocaleString("en")})`}`;
	});
	return `${dayInWords(day)}${isOpen ? `, ${soFar}` : ""}\n${figures.join("\n")}`;
}

/** First and last day; the middle one where it is exactly in the middle. */
function labelled(days: PlotDay[]): string[] {
	const middle = days.length > 4 && days.length % 2 === 1 ? days[(days.length - 1) / 2] : undefined;
	return [...new Set([days[0], middle, days.at(-1)].flatMap((found) => found?.day ?? []))];
}

function figuresTable(title: string, series: Series[], { days }: Plot, unfinished: string | undefined): View {
	const valueOf = ({ points }: Series, day: string) => points.find((point) => point.day === day)?.value ?? null;
	return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${`Figures: ${title}`}">
		<table>
			<thead>
				<tr>
					<th scope="col">Day</th>
					${series.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
				</tr>
			</thead>
			<tbody>
				${days.map(
					({ day }) =>
						html`<tr>
							<th scope="row">${dayInWords(day)}${day === unfinished ? ` (${soFar})` : ""}</th>
							${series.map((one) => html`<td class="number">${cellInWords(valueOf(one, day), one.unit)}</td>`)}
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}
