import { html } from "hono/html";
import type { ReportData } from "#contract/report-data.ts";
import type { View } from "../../lib/shell.ts";
import { figureCard } from "./card.ts";
import { chartView } from "./chart.ts";
import { dataLinks } from "./data-links.ts";
import { glossary } from "./glossary.ts";
import { tableView } from "./table.ts";

/** Lists from which a page begins with a way to each of them. */
const manyTables = 3;

/**
 * What a page of the report shows: its notes, figures, charts and tables.
 *
 * @param query the filter, for the addresses of JSON and CSV
 * @param settled id of the row that a form has just changed; its list says what it is now
 */
export function reportContent({ id, notes, figures, charts, tables }: ReportData, query: string, settled?: string): View {
	return html`${notes.map((note) => html`<p class="notice" role="note">${note}</p>`)}
	${
		figures.length > 0
			? html`<section aria-labelledby="figures">
					<h2 id="figures" class="visually-hidden">Figures</h2>
					<div class="metrics figures">${figures.map(figureCard)}</div>
				</section>`
			: ""
	}
	${tables.length >= manyTables ? ways(tables) : ""} ${charts.length > 0 ? html`<div class="charts">${charts.map(chartView)}</div>` : ""}
	${tables.map((table) => tableView(table, `/api/reports/${id}/${table.id}.csv?${query}`, settled))} ${glossary} ${dataLinks(id, query)}`;
}

function ways(tables: ReportData["tables"]): View {
	return html`<nav class="ways" aria-label="On this page">
		<ul>
			${tables.map(
				({ id, caption, rows, total = rows.length }) =>
					html`<li>
						<a href="#${id}">${caption} <span class="count">${total.toLocaleString("en")}</span></a>
					</li>`,
			)}
		</ul>
	</nav>`;
}
