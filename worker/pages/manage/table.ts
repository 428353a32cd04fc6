import { html } from "hono/html";
import type { ReportTable, TableForm } from "#contract/report-table.ts";
import type { View } from "../../lib/shell.ts";
import { rowsView } from "./table-rows.ts";

/** Rows on the page; the CSV holds all. */
const shown = 25;

/** A list of a report with its heading, its definition and its CSV. @param csv address of the CSV */
export function tableView({ id, caption, definition, columns, rows, empty, total = rows.length, form }: ReportTable, csv: string): View {
	const visible = rows.slice(0, shown);
	return html`<section aria-labelledby="${id}" data-table="${id}">
		<div class="section-head">
			<h2 id="${id}">${caption}${total > 0 ? html` <span class="count">${total.toLocaleString("en")}</span>` : ""}</h2>
			${rows.length > 0 ? html`<a class="export" href="${csv}" download aria-label="CSV: ${caption}">CSV</a>` : ""}
		</div>
		<p class="muted">${definition}</p>
		${rows.length === 0 ? html`<p class="nothing">${empty}</p>` : rowsView({ id, caption, columns, rows: visible })}
		${total > visible.length && rows.length > 0 ? html`<p class="muted">The first ${visible.length} of ${total}. The CSV holds ${rows.length === total ? "all" : `the first ${rows.length}`}.</p>` : ""}
		${form ? inputsView(form, id) : ""}
	</section>`;
}

/** Fields to work a table out anew; the answer is the same page. */
function inputsView({ path, legend, hidden, fields }: TableForm, id: string): View {
	return html`<form class="inputs" method="get" action="${path}#${id}">
		<fieldset>
			<legend>${legend}</legend>
			${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
			${fields.map(
				({ name, label, value, min, max, step }) =>
					html`<label class="field">${label} <input type="number" name="${name}" value="${value ?? ""}" min="${min}" max="${max}" step="${step}" /></label>`,
			)}
			<button class="button small">Work out</button>
		</fieldset>
	</form>`;
}
