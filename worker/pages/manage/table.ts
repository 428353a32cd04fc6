import { html } from "hono/html";
import type { ReportTable, Row, TableForm } from "#contract/report-table.ts";
import type { View } from "../../lib/shell.ts";
import { rowsView } from "./table-rows.ts";

/** Rows on the page; the CSV holds all. */
const shown = 25;

/** Rows of a list from which a phone shows the first five of them at once (`.all-rows` in `site/styles/report/tables.css`). */
const longOnPhone = 8;

/**
 * A list of a report with its heading, its definition and its CSV.
 *
 * @param csv address of the CSV
 * @param settled id of the row that a form has just changed, wherever it is
 */
export function tableView(table: ReportTable, csv: string, settled?: string): View {
	const { id, caption, definition, columns, rows, empty, total = rows.length, form } = table;
	const visible = rows.slice(0, shown);
	const inWords = (n: number) => n.toLocaleString("en");
	if (rows.length === 0 && !form)
		return html`<section class="empty" aria-labelledby="${id}" data-table="${id}">
			<h2 id="${id}">${caption}</h2>
			<p class="nothing">${empty}</p>
		</section>`;
	return html`<section aria-labelledby="${id}" data-table="${id}">
		<div class="section-head">
			<h2 id="${id}">${caption}${total > 0 ? html` <span class="count">${inWords(total)}</span>` : ""}</h2>
			${rows.length > 0 ? html`<a class="export" href="${csv}" download aria-label="CSV: ${caption}">CSV</a>` : ""}
		</div>
		<p class="muted">${definition}</p>
		${settledView(visible, rows, settled)} ${rows.length === 0 ? html`<p class="nothing">${empty}</p>` : rowsView({ id, caption, columns, rows: visible })}
		${
			visible.length >= longOnPhone
				? html`<details class="all-rows">
						<summary>Show all ${inWords(visible.length)}</summary>
					</details>`
				: ""
		}
		${
			total > visible.length && rows.length > 0
				? html`<p class="muted">
						The first ${inWords(visible.length)} of ${inWords(total)}. The CSV holds ${rows.length === total ? "all" : `the first ${inWords(rows.length)}`}.
					</p>`
				: ""
		}
		${form ? inputsView(form, id) : ""}
	</section>`;
}

/** What a row has just become. The address of a form's answer leads here, and so takes the focus along, with or without a script. */
function settledView(visible: Row[], rows: Row[], settled: string | undefined): View | "" {
	const row = settled === undefined ? undefined : rows.find(({ id }) => id === settled);
	if (!row?.id) return "";
	const name = row.name ?? Object.values(row.cells)[0];
	return html`<p class="notice settled" id="settled" role="status" tabindex="-1">
		<strong>${row.cells["state"]}:</strong> ${name} ${visible.includes(row) ? html`<a href="#${encodeURIComponent(row.id)}">Show it in the list</a>` : ""}
	</p>`;
}

/** Fields to work a table out anew; the answer is the same page. */
function inputsView({ path, legend, hidden, fields }: TableForm, id: string): View {
	return html`<form class="inputs" method="get" action="${path}#${id}">
		<fieldset>
			<legend>${legend}</legend>
			${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
			${fields.map(
				({ name, label, value, otherwise, min, max, step }) =>
					html`<label class="field"
						>${label} <input type="number" name="${name}" value="${value ?? ""}" placeholder="${otherwise ?? ""}" min="${min}" max="${max}" step="${step}"
					/></label>`,
			)}
			<button class="button small">Work out</button>
		</fieldset>
	</form>`;
}
