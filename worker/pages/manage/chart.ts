import { html, raw } from "hono/html";
import { scaleLinear, scaleTime } from "d3-scale";
import { line } from "d3-shape";
import type { Chart } from "#contract/report-data.ts";
import type { Series } from "#contract/report-table.ts";
import type { View } from "../../lib/shell.ts";
import { cellInWords } from "./cells.ts";

const size = { width: 640, height: 200, left: 52, right: 12, top: 12, bottom: 28 };

interface Place {
	x: number;
	y: number;
	day: string;
	words: string;
}

/**
 * A line chart as SVG, drawn by the Worker: it needs no script, prints, and takes its colours from the page. Its points can be walked
 * through with the keyboard, and the same figures stand in a table below it.
 */
export function chartView({ id, title, summary, series }: Chart): View {
	const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
	const values = series.flatMap(({ points, target }) => [...points.flatMap(({ value }) => value ?? []), ...(target === undefined ? [] : [target])]);
	if (values.length === 0)
		return html`<figure class="chart">
			<figcaption>${title}</figcaption>
			<p class="muted">Not enough data for a chart.</p>
		</figure>`;
	const x = scaleTime([new Date(days[0] ?? 0), new Date(days.at(-1) ?? 0)], [size.left, size.width - size.right]);
	const y = scaleLinear([0, Math.max(...values, 0)], [size.height - size.bottom, size.top]).nice(4);
	const unit = series[0]?.unit ?? "count";
	const placesOf = (one: Series): (Place | null)[] =>
		one.points.map(({ day, value, n }) =>
			value === null
				? null
				: { x: x(new Date(day)), y: y(value), day, words: `${day}: ${cellInWords(value, one.unit)}${n === undefined ? "" : ` (n = ${n})`}` },
		);
	const path = line<Place | null>()
		.defined((place) => place !== null)
		.x((place) => place?.x ?? 0)
		.y((place) => place?.y ?? 0);
	return html`<figure class="chart" data-chart="${id}">
		<figcaption>
			${title}${series.length > 1 ? html`<span class="legend">${series.map(({ label }, index) => html`<span class="key line-${index}">${label}</span>`)}</span>` : ""}
		</figcaption>
		<svg viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label="${`${title}. ${summary}`}">
			${y
				.ticks(4)
				.map(
					(tick) =>
						html`<g class="tick"
							><line x1="${size.left}" x2="${size.width - size.right}" y1="${y(tick)}" y2="${y(tick)}"></line
							><text x="${size.left - 8}" y="${y(tick) + 4}" text-anchor="end">${cellInWords(tick, unit)}</text></g
						>`,
				)}
			${ends(days).map((day) => html`<text class="day" x="${x(new Date(day))}" y="${size.height - 8}" text-anchor="${day === days[0] ? "start" : "end"}">${day}</text>`)}
			${series.map((one, index) => {
				const places = placesOf(one);
				const target = one.target;
				return html`${target === undefined ? "" : html`<line class="target" x1="${size.left}" x2="${size.width - size.right}" y1="${y(target)}" y2="${y(target)}"></line>`}
					<path class="line-${index}" d="${path(places) ?? ""}"></path>
					<g role="list" aria-label="${one.label}">
						${places.map((place) =>
							place
								? html`<circle class="line-${index}" role="listitem" tabindex="-1" cx="${place.x}" cy="${place.y}" r="3" aria-label="${place.words}"
										><title>${place.words}</title></circle
									>`
								: "",
						)}
					</g>`;
			})}
		</svg>
		<p class="visually-hidden" role="status" data-chart-point></p>
		<details>
			<summary>${raw("Figures")}</summary>
			${figuresTable(title, days, series)}
		</details>
	</figure>`;
}

const ends = (days: string[]) => [...new Set([days[0] ?? "", days.at(-1) ?? ""])];

function figuresTable(title: string, days: string[], series: Series[]): View {
	const at = (one: Series, day: string) => one.points.find((point) => point.day === day)?.value ?? null;
	return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${`Figures: ${title}`}">
		<table>
			<thead>
				<tr>
					<th scope="col">Day</th>
					${series.map(({ label }) => html`<th scope="col">${label}</th>`)}
				</tr>
			</thead>
			<tbody>
				${days.map(
					(day) =>
						html`<tr>
							<th scope="row">${day}</th>
							${series.map((one) => html`<td>${cellInWords(at(one, day), one.unit)}</td>`)}
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}
