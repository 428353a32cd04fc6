import { html } from "hono/html";
import type { MetricId, OverviewReport } from "#contract/reports.ts";
import type { View } from "../lib/shell.ts";
import type { Handover } from "../reports/handover.ts";
import type { NextAction, PageAddress } from "../reports/next-actions.ts";
import { overviewTables } from "../reports/overview-tables.ts";
import { metricCard } from "./manage/card.ts";
import { dataLinks } from "./manage/data-links.ts";
import { filterQuery } from "../reports/filter-query.ts";
import { glossary } from "./manage/glossary.ts";
import { manageFrame, type Frame } from "./manage/frame.ts";
import { tableView } from "./manage/table.ts";

/** Where the rows behind each metric are. */
const behind: Record<MetricId, [page: string, anchor?: string]> = {
	deflection: ["contact"],
	helpfulness: ["articles"],
	"search-success": ["search"],
	"zero-results": ["search", "gaps"],
	coverage: ["freshness", "coverage"],
	freshness: ["freshness", "overdue"],
	"time-to-answer": ["articles"],
};

interface Overview {
	report: OverviewReport;
	handover: Handover;
	actions: NextAction[];
}

/** The manager's overview: what to do next, the seven metrics, then what needs work. */
export function overviewView({ report, handover, actions }: Overview, frame: Frame): View {
	const query = filterQuery(frame.filter, frame.byDays).toString();
	const address = pageAddress(query);
	return manageFrame(
		frame,
		html`${nextActionsView(actions, handoverLine(handover, address))}
			<section aria-labelledby="metrics">
				<h2 id="metrics">Metrics</h2>
				<div class="metrics">${report.metrics.map((metric) => metricCard(metric, address(...behind[metric.id])))}</div>
				${counted(report)}
			</section>
			${overviewTables(report).map((table) => tableView(table, `/api/reports/overview/${table.id}.csv?${query}`))} ${glossary} ${dataLinks("overview", query)}`,
	);
}

/** Addresses of pages with a filter. */
export function pageAddress(query: string): PageAddress {
	return (page, anchor) => `/manage${page ? `/${page}` : ""}?${query}${anchor ? `#${anchor}` : ""}`;
}

function nextActionsView(actions: NextAction[], line: View | ""): View {
	return html`<section class="next-actions" aria-labelledby="next">
		<h2 id="next">Do next</h2>
		${
			actions.length === 0
				? html`<p class="nothing">Nothing needs you now. What readers search, read and vote will show here.</p>`
				: html`<ol>
						${actions.map(
							({ finding, why, action, href }) =>
								html`<li>
									<p class="finding"><a href="${href}">${finding}</a></p>
									<p class="muted">${why}</p>
									<p class="do">${action}</p>
								</li>`,
						)}
					</ol>`
		}
		${line}
	</section>`;
}

/** One line where the desks need a look; nothing where all is well. */
function handoverLine({ deadCount, open }: Handover, address: PageAddress): View | "" {
	if (deadCount === 0 && open.length === 0) return "";
	const told = [
		...(deadCount > 0 ? [deadCount === 1 ? "One hand-over was given up." : `${deadCount} hand-overs were given up.`] : []),
		...open.map(({ destination, pending }) => `${destination} does not take anything now; ${pending} waiting.`),
	];
	return html`<p class="small-print" data-handover>Hand-over to the desk: ${told.join(" ")} <a href="${address("handoffs")}">See the hand-offs</a></p>`;
}

function counted({ traffic: { pageViews, sessions, visitorDays }, excluded, locale, category, segment }: OverviewReport): View {
	const words = (n: number) => n.toLocaleString("en");
	const traffic =
		sessions === null || visitorDays === null
			? `Made from ${words(pageViews)} page views. Sessions and visitor-days cannot be told by category.`
			: `Made from ${words(pageViews)} page views, ${words(sessions)} sessions, ${words(visitorDays)} visitor-days.`;
	return html`<p class="muted small-print" data-traffic>${traffic}</p>
		<p class="muted small-print" data-excluded>
			${(excluded.share * 100).toFixed(1)} % of what came is not counted: ${words(excluded.bot)} events of bots, ${words(excluded.machine)} of machines,
			${words(excluded.staff)} of staff, ${words(excluded.replay)} sent
			twice${excluded.flood > 0 ? `, ${words(excluded.flood)} too many from one network` : ""}.${(locale ?? category ?? segment) === undefined ? "" : " This is of all readers: what is not counted cannot be told apart."}
		</p>`;
}
