import { html } from "hono/html";
import type { ReportTable, Row } from "#contract/report-table.ts";
import type { View } from "../../lib/shell.ts";
import { cellInWords } from "./cells.ts";

/** Rows on the page; the CSV holds all. */
const shown = 25;

/** A list of a report with its heading, its definition and its CSV. @param csv address of the CSV */
export function tableView({ id, caption, definition, columns, rows, empty, total = rows.length }: ReportTable, csv: string): View {
	const withAction = rows.some(({ action }) => action !== undefined);
	const visible = rows.slice(0, shown);
	return html`<section aria-labelledby="${id}" data-table="${id}">
		<div class="section-head">
			<h2 id="${id}">${caption}</h2>
			${rows.length > 0 ? html`<a class="quiet" href="${csv}" download>CSV<span class="visually-hidden">: ${caption}</span></a>` : ""}
		</div>
		<p class="muted">${definition}</p>
		${
			rows.length === 0
				? html`<p>${empty}</p>`
				: html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="${id}">
						<table>
							<thead>
								<tr>
									${columns.map(({ label, definition: how }) => html`<th scope="col" ${how ? html`title="${how}"` : ""}>${label}</th>`)}
									${withAction ? html`<th scope="col">Next step</th>` : ""}
								</tr>
							</thead>
							<tbody>
								${visible.map((row) => rowView(row, columns, withAction))}
							</tbody>
						</table>
					</div>`
		}
		${total > visible.length && rows.length > 0 ? html`<p class="muted">The first ${visible.length} of ${total}. The CSV holds ${rows.length === total ? "all" : `the first ${rows.length}`}.</p>` : ""}
	</section>`;
}

function rowView({ cells, href, more = [], action, actionHref, buttons = [] }: Row, columns: ReportTable["columns"], withAction: boolean): View {
	return html`<tr>
		${columns.map(({ key, unit }, index) => {
			const words = cellInWords(cells[key] ?? null, unit);
			if (index > 0) return html`<td>${words}</td>`;
			return html`<th scope="row">
				${href ? html`<a href="${href}">${words}</a>` : words}${more.map((text) => html`<span class="variants">${text}</span>`)}
			</th>`;
		})}
		${
			withAction
				? html`<td class="next">
						${action === undefined ? "–" : actionHref ? html`<a href="${actionHref}">${action}</a>` : action}
						${buttons.map(
							({ label, path, fields }) =>
								html`<form method="post" action="${path}">
									${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
									<button class="small">${label}</button>
								</form>`,
						)}
					</td>`
				: ""
		}
	</tr>`;
}
