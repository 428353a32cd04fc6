import { html } from "hono/html";
import type { Figure } from "#contract/report-data.ts";
import type { Metric } from "#contract/reports.ts";
import type { View } from "../../lib/shell.ts";
import { changeInWords, verdictWords } from "../../reports/format.ts";
import { cellInWords } from "./cells.ts";
import { definitionSign } from "./definition.ts";
import { sparkline } from "./sparkline.ts";

/** What a card says besides its value. */
interface Card {
	id: string;
	label: string;
	value: string;
	definition: string;
	verdict: Metric["verdict"] | undefined;
	/** The rows behind it. */
	href?: string | undefined;
	n?: number | undefined;
	/** How many of these n. */
	part?: number | undefined;
	of?: string | undefined;
	/** Why there is no value. */
	why?: string | undefined;
	change: string;
	target: string;
	spark: View | "";
	/** What the parts beside it are of. */
	besideOf?: string;
	beside: Metric["beside"];
	/** Names the card for programs. */
	mark: "metric" | "figure";
}

/** One of the seven metrics. @param href the rows behind it */
export function metricCard(metric: Metric, href: string): View {
	const { id, value, unit, target, warning, trend } = metric;
	return card({
		...metric,
		href,
		mark: "metric",
		value: cellInWords(value, unit),
		change: changeInWords(metric),
		target: `Target ${target} · warning ${warning}`,
		spark: sparkline({ unit, points: trend }),
		...(id === "deflection" && { besideOf: "In the whole period, apart:" }),
	});
}

/** One figure of a report. */
export function figureCard(figure: Figure): View {
	const { value, unit, verdict, previous, target, of } = figure;
	return card({
		...figure,
		of,
		mark: "figure",
		value: cellInWords(value, unit),
		// What is counted of nothing may lack data; what is there or not, such as the oldest of a queue, is just not there.
		verdict: verdict ?? (value === null && figure.n !== undefined ? "unknown" : undefined),
		change: previous === undefined || previous === null ? "" : `before: ${cellInWords(previous, unit)}`,
		target: target ? `Target ${target}` : "",
		spark: "",
		beside: [],
	});
}

function card({ id, label, value, definition, verdict, href, n, part, of, why, change, target, spark, besideOf, beside, mark }: Card): View {
	const counted = part === undefined ? "n = " : `${part.toLocaleString("en")} of `;
	const details = [n === undefined || (n === 0 && why) ? "" : html`${counted}<span data-n>${n.toLocaleString("en")}</span> ${of ?? ""}`, change].filter(
		(detail) => detail !== "",
	);
	return html`<article class="metric ${verdict ?? ""}" data-${mark}="${id}">
		<div class="metric-head">
			<h3>${href ? html`<a href="${href}">${label}</a>` : label}</h3>
			${definitionSign({ id, label, text: definition })}
		</div>
		<div class="reading">
			<p class="value">${value}</p>
			${spark}
		</div>
		${verdict ? html`<p class="verdict">${(verdict === "unknown" && why) || verdictWords[verdict]}</p>` : ""}
		${details.length > 0 ? html`<p class="detail">${details.map((detail, index) => html`${index > 0 ? " · " : ""}${detail}`)}</p>` : ""}
		${target ? html`<p class="detail">${target.replace(/(\d) (%|min)/g, "$1\u00A0$2")}</p>` : ""}
		${
			beside.length > 0
				? html`${besideOf ? html`<p class="detail beside-of">${besideOf}</p>` : ""}
						<dl class="beside">
							${beside.map(
								({ label: name, value: count }) =>
									html`<div>
										<dt>${name}</dt>
										<dd data-beside="${name}">${count}</dd>
									</div>`,
							)}
						</dl>`
				: ""
		}
	</article>`;
}
