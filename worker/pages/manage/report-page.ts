import { html } from "hono/html";
import type { Figure, ReportData } from "#contract/report-data.ts";
import type { View } from "../../lib/shell.ts";
import { verdictWords } from "../../reports/format.ts";
import { cellInWords } from "./cells.ts";
import { chartView } from "./chart.ts";
import { tableView } from "./table.ts";

/** What a page of the report shows: its notes, figures, charts and tables. @param query the filter, for the addresses of CSV files */
export function reportContent({ id, notes, figures, charts, tables }: ReportData, query: string): View {
	return html`${notes.map((note) => html`<p class="notice" role="note">${note}</p>`)}
	${figures.length > 0 ? html`<div class="metrics">${figures.map(figureCard)}</div>` : ""}
	${charts.length > 0 ? html`<div class="charts">${charts.map(chartView)}</div>` : ""}
	${tables.map((table) => tableView(table, `/api/reports/${id}/${table.id}.csv?${query}`))}`;
}

/** One figure with its definition, and a link to the rows behind it. */
export function figureCard({ id, label, value, unit, definition, n, of, previous, target, verdict, href }: Figure): View {
	return html`<article class="metric ${verdict ?? ""}" data-figure="${id}">
		<h3>${href ? html`<a href="${href}">${label}</a>` : label}</h3>
		<p class="value" title="${definition}">${cellInWords(value, unit)}</p>
		${verdict ? html`<p class="verdict">${verdictWords[verdict]}</p>` : value === null ? html`<p class="verdict">${verdictWords.unknown}</p>` : ""}
		<p class="detail">
			${n === undefined ? "" : html`n = <span data-n>${n}</span> ${of ?? ""}`}${previous === undefined ? "" : html` · before: ${cellInWords(previous, unit)}`}
		</p>
		${target ? html`<p class="detail">Target ${target}</p>` : ""}
		<details>
			<summary>How it is counted</summary>
			<p>${definition}</p>
		</details>
	</article>`;
}
