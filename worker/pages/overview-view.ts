import { html } from "hono/html";
import type { Metric, OverviewReport } from "#contract/reports.ts";
import type { View } from "../lib/shell.ts";
import { changeInWords, formatValue, verdictWords, votesInWords } from "../reports/format.ts";
import { manageFrame, type Frame } from "./manage/frame.ts";
import { noLowestRated, noOverdueReviews, noRewrites, noZeroResults, zeroResultsReach } from "../reports/overview-words.ts";

/** The manager's overview: what waits at the desks, the seven metrics, then what needs work. */
export function overviewView(report: OverviewReport, handover: View | "", frame: Frame): View {
	const { traffic, excluded } = report;
	const lead = html`<p class="muted" data-traffic>${traffic.pageViews} page views · ${traffic.sessions} sessions · ${traffic.visitorDays} visitor-days</p>
		<p class="muted" data-excluded>
			${(excluded.share * 100).toFixed(1)} % of what came is not counted: ${excluded.bot} events of bots, ${excluded.machine} of machines, ${excluded.staff} of
			staff, ${excluded.replay} sent twice
		</p>`;
	return manageFrame({ ...frame, lead }, overviewContent(report, handover));
}

function overviewContent(report: OverviewReport, handover: View | ""): View {
	return html` ${handover}
		<section aria-labelledby="metrics">
			<h2 id="metrics">Metrics</h2>
			<div class="metrics">${report.metrics.map(metricCard)}</div>
		</section>
		<section aria-labelledby="zero">
			<h2 id="zero">Searches without an answer</h2>
			${zeroResults(report)}
		</section>
		<section aria-labelledby="rated">
			<h2 id="rated">Lowest-rated articles</h2>
			${lowestRated(report)}
		</section>
		<section aria-labelledby="rewrites">
			<h2 id="rewrites">Rewritten articles</h2>
			${rewrites(report)}
		</section>
		<section aria-labelledby="overdue">
			<h2 id="overdue">Overdue reviews by owner</h2>
			${overdueReviews(report)}
		</section>
		<section aria-labelledby="tickets">
			<h2 id="tickets">Tickets by category</h2>
			${tickets(report)}
		</section>`;
}

function metricCard(metric: Metric): View {
	return html`<article class="metric ${metric.verdict}" data-metric="${metric.id}">
		<h3>${metric.label}</h3>
		<p class="value">${metric.value === null ? "–" : formatValue(metric.value, metric.unit)}</p>
		<p class="verdict">${verdictWords[metric.verdict]}</p>
		<p class="detail">n = <span data-n>${metric.n}</span> ${metric.of} · ${changeInWords(metric)}</p>
		<p class="detail">Target ${metric.target}; warning ${metric.warning}</p>
		${
			metric.beside.length > 0
				? html`<dl class="beside">
						${metric.beside.map(
							({ label, value }) =>
								html`<div>
									<dt>${label}</dt>
									<dd data-beside="${label}">${value}</dd>
								</div>`,
						)}
					</dl>`
				: ""
		}
		<details>
			<summary>How it is counted</summary>
			<p>${metric.definition}</p>
		</details>
	</article>`;
}

const nothing = (words: string) => html`<p class="muted">${words}</p>`;

function table(caption: string, heads: string[], rows: View[]): View {
	return html`<div class="table-scroll">
		<table>
			<caption class="visually-hidden">
				${caption}
			</caption>
			<thead>
				<tr>
					${heads.map((head) => html`<th scope="col">${head}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</div>`;
}

function zeroResults(report: OverviewReport): View {
	const reach = zeroResultsReach(report);
	return html`${reach ? nothing(reach) : ""}${zeroResultsTable(report)}`;
}

function zeroResultsTable(report: OverviewReport): View {
	const { zeroResults: groups } = report;
	if (groups.length === 0) return nothing(noZeroResults(report));
	return table(
		"Searches without an answer",
		["Search", "Searches", "Visitors", "Last seen", "Next step"],
		groups.map(
			(group) =>
				html`<tr>
					<th scope="row">
						${group.query}${group.variants.length > 0 ? html`<span class="variants">also: ${group.variants.slice(0, 4).join(" · ")}</span>` : ""}
						${group.told.map((text) => html`<span class="variants" data-told>was looking for: “${text}”</span>`)}
					</th>
					<td>${group.searches}</td>
					<td>${group.visitors}</td>
					<td>${group.lastSeen}</td>
					<td><a href="/search/?q=${encodeURIComponent(group.query)}">See what readers see</a>, then write it: <code>npm run new</code></td>
				</tr>`,
		),
	);
}

function lowestRated(report: OverviewReport): View {
	const { lowestRated: articles } = report;
	if (articles.length === 0) return nothing(noLowestRated(report));
	return table(
		"Lowest-rated articles",
		["Article", "Yes", "No", "Helpful (95 % interval)", "Most given reason"],
		articles.map(
			(row) =>
				html`<tr>
					<th scope="row">${row.url ? html`<a href="${row.url}">${row.title}</a>` : row.title}</th>
					<td>${row.yes}</td>
					<td>${row.no}</td>
					<td>${Math.round(row.lowerBound * 100)}–${Math.round(row.upperBound * 100)} %</td>
					<td>${row.reason ?? "–"}</td>
				</tr>`,
		),
	);
}

function rewrites({ rewrites: articles }: OverviewReport): View {
	if (articles.length === 0) return nothing(noRewrites);
	return table(
		"Rewritten articles",
		["Article", "Since", "Helpful before (95 % interval)", "Helpful after (95 % interval)"],
		articles.map(
			(row) =>
				html`<tr>
					<th scope="row"><a href="${row.url}">${row.title}</a></th>
					<td>${row.since}</td>
					<td>${votesInWords(row.before)}</td>
					<td>${votesInWords(row.after)}</td>
				</tr>`,
		),
	);
}

function overdueReviews({ overdueReviews: owners }: OverviewReport): View {
	if (owners.length === 0) return nothing(noOverdueReviews);
	return table(
		"Overdue reviews by owner",
		["Owner", "Overdue", "Of articles", "Waits the longest", "Due"],
		owners.map(
			(row) =>
				html`<tr>
					<th scope="row">${row.owner}</th>
					<td>${row.overdue}</td>
					<td>${row.articles}</td>
					<td><a href="${row.longest.url}">${row.longest.title}</a></td>
					<td>${row.longest.due}</td>
				</tr>`,
		),
	);
}

function tickets({ ticketsByCategory: rows }: OverviewReport): View {
	if (rows.length === 0) return nothing("No tickets in this period.");
	return table(
		"Tickets by category",
		["Category", "Tickets", "Period before", "Articles that answer it"],
		rows.map(
			(row) =>
				html`<tr>
					<th scope="row">${row.label}</th>
					<td>${row.tickets}</td>
					<td>${row.previous}</td>
					<td>${row.articles > 0 ? row.articles : row.covered ? html`<strong>none: write one</strong>` : "–"}</td>
				</tr>`,
		),
	);
}
