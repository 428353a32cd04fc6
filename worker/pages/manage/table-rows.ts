import { html } from "hono/html";
import type { Column, ReportTable, Row } from "#contract/report-table.ts";
import type { View } from "../../lib/shell.ts";
import { cellInWords } from "./cells.ts";
import { term } from "./definition.ts";

/** Columns that fit on a phone. */
const columnsOfPhone = 4;

/** Columns that fit beside a next step; in a wider list what is told in words moves under the first cell. */
const columnsOfPage = 7;

/** How the columns of a list are laid out. */
interface Layout {
	/** Columns with a place of their own. */
	columns: Column[];
	/** Columns whose words stand under the first cell, after their label. */
	folded: Column[];
	/** Class of a column's cells. */
	look: (key: string) => string;
	withAction: boolean;
	/** A phone shows its rows as cards. */
	stacked: boolean;
}

function layOut(columns: Column[], rows: Row[]): Layout {
	const withAction = rows.some(({ action, buttons }) => action !== undefined || buttons !== undefined);
	const looks = new Map(columns.map(({ key, unit }, index) => [key, index > 0 && isNumeric(key, unit, rows) ? "number" : unit === "day" ? "day" : ""]));
	const look = (key: string) => looks.get(key) ?? "";
	const isFolded = ({ key }: Column, index: number) => columns.length > columnsOfPage && index > 0 && look(key) === "";
	return {
		columns: columns.filter((column, index) => !isFolded(column, index)),
		folded: columns.filter(isFolded),
		look,
		withAction,
		stacked: withAction || columns.length > columnsOfPhone || (columns.length > 2 && rows.some(({ more }) => more !== undefined)),
	};
}

function isNumeric(key: string, unit: Column["unit"], rows: Row[]): boolean {
	return unit === undefined ? rows.some(({ cells }) => typeof cells[key] === "number") : unit !== "day" && unit !== "id";
}

/**
 * The rows of a list. Their roles are said aloud because a phone shows rows as cards: browsers forget what a table is when it is laid out
 * otherwise.
 */
export function rowsView({ id, caption, columns, rows }: Pick<ReportTable, "id" | "caption" | "columns" | "rows">): View {
	const layout = layOut(columns, rows);
	return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${`Rows: ${caption}`}">
			<table class="rows ${layout.stacked ? "stacked" : ""} ${layout.columns.length > columnsOfPage ? "many" : ""}" role="table" aria-labelledby="${id}">
				<thead role="rowgroup">
					<tr role="row">
						${layout.columns.map(
							({ key, label, definition }) =>
								html`<th scope="col" role="columnheader" class="${layout.look(key)}">
									${definition ? term({ id: `${id}-${key}`, label, text: definition }) : label}
								</th>`,
						)}
						${layout.withAction ? html`<th scope="col" role="columnheader">Next step</th>` : ""}
					</tr>
				</thead>
				<tbody role="rowgroup">
					${rows.map((row) => rowView(row, layout))}
				</tbody>
			</table>
		</div>
		${foldedDefinitions(layout)}`;
}

/** What the lines under a first cell mean; nothing where there are none. */
function foldedDefinitions({ folded, columns: [first] }: Layout): View | "" {
	const explained = folded.filter(({ definition }) => definition !== undefined);
	if (!first || explained.length === 0) return "";
	return html`<details class="folded">
		<summary>What stands under each ${first.label.toLowerCase()}</summary>
		<dl>
			${explained.map(
				({ label, definition }) =>
					html`<dt>${label}</dt>
						<dd>${definition}</dd>`,
			)}
		</dl>
	</details>`;
}

function rowView(row: Row, { columns, folded, look, withAction }: Layout): View {
	const { cells, href, more = [] } = row;
	const told = folded.flatMap(({ key, label, unit }) => {
		const cell = cells[key];
		if (cell === null || cell === undefined) return [];
		if (unit === "id") return [html`<span class="variants row-id">${label} <code>${cell}</code></span>`];
		return [html`<span class="variants">${label}: ${cellInWords(cell, unit)}</span>`];
	});
	return html`<tr role="row" ${row.id ? html`id="${row.id}" tabindex="-1"` : ""}>
		${columns.map(({ key, label, unit }, index) => {
			const words = cellInWords(cells[key] ?? null, unit);
			if (index > 0) return html`<td role="cell" class="${look(key)}" data-label="${label}">${words}</td>`;
			return html`<th scope="row" role="rowheader">
				${href ? html`<a href="${href}">${words}</a>` : words}${more.map((text) => html`<span class="variants">${text}</span>`)}${told}
			</th>`;
		})}
		${withAction ? html`<td class="next" role="cell">${nextStep(row, row.name ?? String(cells[columns[0]?.key ?? ""] ?? ""))}</td>` : ""}
	</tr>`;
}

function nextStep({ action, actionHref, buttons = [] }: Row, name: string): View | string {
	if (action === undefined && buttons.length === 0) return "–";
	return html`${actionHref ? html`<a href="${actionHref}">${action}</a>` : action === undefined ? "" : html`<span>${action}</span>`}
	${
		buttons.length > 0
			? html`<div class="row-buttons">
					${buttons.map(
						({ label, path, fields }) =>
							html`<form method="post" action="${path}">
								${Object.entries(fields).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
								<button class="button quiet small" aria-label="${`${label}: ${name}`}">${label}</button>
							</form>`,
					)}
				</div>`
			: ""
	}`;
}
