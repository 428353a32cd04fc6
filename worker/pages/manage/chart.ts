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
export function chartView({ id, title, summary, series }: Chart): View {
	const plot = plotOf(series, size, series.every(({ unit }) => unit === "count") ? "whole" : "zero");
	if (!plot)
		return html`<figure class="chart">
			<figcaption>${title}</figcaption>
			<p class="muted">Not enough data for a chart.</p>
		</figure>`;
	return html`<figure class="chart" data-chart="${id}" data-title="${title}">
		<div class="chart-head">
			<figcaption>${title}</figcaption>
			${legend(series, plot)}
		</div>
		${plane(`${title}. ${summary}`, series, plot)}
		<details>
			<summary>Figures</summary>
			${figuresTable(title, series, plot)}
		</details>
	</figure>`;
}

function legend(series: Series[], { days }: Plot): View {
	const gaps = days.some(isGap);
	const targets = series.flatMap(({ target, unit }) => (target === undefined ? [] : [cellInWords(target, unit)]));
	return html`<ul class="legend">
		${series.length > 1 ? series.map(({ label }, index) => html`<li><span class="key line-${index}"></span>${label}</li>`) : ""}
		${targets.map((words) => html`<li><span class="key target"></span>Target ${words}</li>`)}
		${gaps ? html`<li><span class="key gap"></span>No figure</li>` : ""}
	</ul>`;
}

function plane(label: string, series: Series[], plot: Plot): View {
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
					places.map((place, index) => (place !== null && isAlone(days, at, index) ? html`<path class="dot line-${index}" d="M${x},${place}h0"></path>` : "")),
				)}
				${days.map((day) => dayView(day, series))}
			</svg>
		</div>
		<p class="x-axis" aria-hidden="true">${labelled(days).map((day) => html`<span>${dayInWords(day, "short")}</span>`)}</p>
	</div>`;
}

/** A day as a strip: pointing at it shows its guide, its points and its figures. */
function dayView(day: PlotDay, series: Series[]): View {
	const { x, from, to, places } = day;
	return html`<g class="day"
		><title>${dayInFigures(day.day, series)}</title
		><rect class="${isGap(day) ? "gap" : "room"}" x="${from}" y="0" width="${Math.max(to - from, 1)}" height="${size.height}"></rect
		><path class="guide" d="M${x},0V${size.height}"></path
		>${places.map((place, index) => (place === null ? "" : html`<path class="point line-${index}" d="M${x},${place}h0"></path>`))}</g
	>`;
}

const isGap = ({ places }: PlotDay) => places.every((place) => place === null);

/** A value between two gaps would have no line. */
const isAlone = (days: PlotDay[], at: number, index: number) => [at - 1, at + 1].every((beside) => (days[beside]?.places[index] ?? null) === null);

function dayInFigures(day: string, series: Series[]): string {
	const figures = series.map(({ label, unit, points }) => {
		const point = points.find((candidate) => candidate.day === day);
		const words = point === undefined || point.value === null ? "no figure" : cellInWords(point.value, unit);
		return `${series.length > 1 ? `${label}: ` : ""}${words}${point?.n === undefined ? "" : ` (n = ${point.n})`}`;
	});
	return `${dayInWords(day)}\n${figures.join("\n")}`;
}

/** First and last day; the middle one where it is exactly in the middle. */
function labelled(days: PlotDay[]): string[] {
	const middle = days.length > 4 && days.length % 2 === 1 ? days[(days.length - 1) / 2] : undefined;
	return [...new Set([days[0], middle, days.at(-1)].flatMap((found) => found?.day ?? []))];
}

function figuresTable(title: string, series: Series[], { days }: Plot): View {
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
							<th scope="row">${dayInWords(day)}</th>
							${series.map((one) => html`<td class="number">${cellInWords(valueOf(one, day), one.unit)}</td>`)}
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}
