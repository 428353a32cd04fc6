import { html, raw } from "hono/html";
import { segments, type ReportFilter } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { View } from "../../lib/shell.ts";
import { topCategory } from "../../reports/narrow.ts";

const tabs: [path: string, label: string][] = [
	["", "Overview"],
	["/search", "Search"],
	["/articles", "Articles"],
	["/contact", "Contact"],
	["/freshness", "Freshness"],
	["/handoffs", "Hand-offs"],
];

const periods = [7, 30, 90];
const segmentWords: Record<(typeof segments)[number], string> = { phone: "Phone", computer: "Computer" };

/** What a page of the report stands in. */
export interface Frame {
	/** Path of the page. Example: `/manage/search` */
	path: string;
	title: string;
	filter: ReportFilter;
	site: SiteManifest;
	sample: boolean;
	/** True where the period was chosen by its days, not by its length. */
	byDays: boolean;
	/** A line under the heading. */
	lead?: View | "";
}

/** The filter as a query, with changes. Example: `days=30&segment=phone` */
export function filterQuery({ from, to, days, locale, category, segment }: ReportFilter, byDays: boolean): URLSearchParams {
	const chosen = Object.entries({ ...(byDays ? { from, to } : { days: String(days) }), locale, category, segment });
	return new URLSearchParams(chosen.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A page of the report: tabs, heading, filters, then its content. */
export function manageFrame({ path, title, filter, site, sample, byDays, lead = "" }: Frame, content: View | View[]): View {
	const query = filterQuery(filter, byDays).toString();
	return html`<div class="page wide report">
		${sample ? html`<p class="notice" role="note"><strong>Sample data.</strong> These figures contain made-up events. Remove them with <code>npm run sample -- remove</code>.</p>` : ""}
		<nav class="report-tabs" aria-label="Report">
			<ul class="tabs">
				${tabs.map(([tab, label]) => html`<li><a href="/manage${tab}?${query}" ${`/manage${tab}` === path ? raw('aria-current="page"') : ""}>${label}</a></li>`)}
			</ul>
		</nav>
		<header class="report-head">
			<div>
				<p class="eyebrow">${filter.from} to ${filter.to} (${site.support.timeZone})</p>
				<h1>${title}</h1>
				${lead}
			</div>
			${filters(path, filter, site, byDays)}
		</header>
		${content}
	</div>`;
}

function filters(path: string, filter: ReportFilter, site: SiteManifest, byDays: boolean): View {
	const categories = [...new Set(Object.values(site.articles).map(({ category }) => topCategory(category)))].sort();
	const locales = [...new Set([site.defaultLocale, ...site.locales])];
	const option = (value: string, label: string, chosen: string | undefined) =>
		html`<option value="${value}" ${value === (chosen ?? "") ? raw("selected") : ""}>${label}</option>`;
	return html`<form class="filters" method="get" action="${path}">
		<ul class="tabs" aria-label="Period">
			${periods.map((days) => {
				const query = filterQuery({ ...filter, days }, false).toString();
				return html`<li><a href="${path}?${query}" ${!byDays && days === filter.days ? raw('aria-current="true"') : ""}>${days} days</a></li>`;
			})}
		</ul>
		<details ${byDays || filter.locale || filter.category || filter.segment ? raw("open") : ""}>
			<summary>Filter</summary>
			<div class="filter-fields">
				<label>From <input type="date" name="from" value="${byDays ? filter.from : ""}" /></label>
				<label>To <input type="date" name="to" value="${byDays ? filter.to : ""}" /></label>
				${byDays ? "" : html`<input type="hidden" name="days" value="${filter.days}" />`}
				${
					locales.length > 1
						? html`<label
								>Language
								<select name="locale">
									${option("", "All", filter.locale)}${locales.map((locale) => option(locale, locale, filter.locale))}
								</select></label
							>`
						: ""
				}
				<label
					>Category
					<select name="category">
						${option("", "All", filter.category)}${categories.map((category) => option(category, category, filter.category))}
					</select></label
				>
				<label
					>Device
					<select name="segment">
						${option("", "All", filter.segment)}${segments.map((segment) => option(segment, segmentWords[segment], filter.segment))}
					</select></label
				>
				<button class="small">Show</button>
				<a href="${path}">Clear</a>
			</div>
		</details>
	</form>`;
}
