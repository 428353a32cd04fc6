import { html, raw } from "hono/html";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { View } from "../../lib/shell.ts";
import { periodInWords } from "./cells.ts";
import { filterQuery } from "../../reports/filter-query.ts";
import { topCategory } from "../../reports/narrow.ts";
import { filterForm, periodLinks } from "./filter-form.ts";

const tabs: [path: string, label: string][] = [
	["", "Overview"],
	["/search", "Search"],
	["/articles", "Articles"],
	["/contact", "Contact"],
	["/freshness", "Freshness"],
	["/handoffs", "Hand-offs"],
	["/audit", "Audit"],
];

/** Links to all pages of the report. @param query the filter, kept from page to page. Default: none */
export function reportTabs(path: string, query = ""): View {
	return html`<nav class="report-tabs" aria-label="Report">
		<ul class="tabs">
			${tabs.map(([tab, label]) => html`<li><a href="/manage${tab}${query && `?${query}`}" ${`/manage${tab}` === path ? raw('aria-current="page"') : ""}>${label}</a></li>`)}
		</ul>
	</nav>`;
}

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
	/** Parameters of the address that are no filter. Default: none */
	strange?: string[];
}

/** A page of the report: tabs, heading, filters, then its content. */
export function manageFrame({ path, title, filter, site, sample, byDays, lead = "", strange = [] }: Frame, content: View | View[]): View {
	const query = filterQuery(filter, byDays).toString();
	return html`<div class="page wide report" data-report>
		${reportTabs(path, query)}
		<header class="report-head">
			<div>
				<h1>${title}</h1>
				<p class="period">${periodInWords(filter.from, filter.to)} <span class="muted zone">· ${site.support.timeZone.replaceAll("_", " ")} time</span></p>
			</div>
			<div class="report-tools">${periodLinks(path, filter, byDays)} ${filterForm(path, filter, site, byDays)}</div>
			${lead}
		</header>
		${sample ? html`<p class="notice" role="note"><strong>Sample data.</strong> These figures contain made-up events. Remove them with <code class="whole">npm run sample -- remove</code>.</p>` : ""}
		${[...strangeWords(strange), ...unknownWords(filter, site)].map((words) => html`<p class="notice" role="note">${words}</p>`)} ${content}
	</div>`;
}

function strangeWords(names: string[]): string[] {
	if (names.length === 0) return [];
	return [
		`${names.map((name) => `“${name}”`).join(", ")} in this address is no filter, and changes nothing here. Filters are days, from, to, locale, category and segment.`,
	];
}

/** What the filter names that the site does not have (any more). */
function unknownWords({ locale, category }: ReportFilter, site: SiteManifest): string[] {
	const categories = new Set(Object.values(site.articles).map((article) => topCategory(article.category)));
	return [
		...(category !== undefined && !categories.has(category)
			? [`No article is in the category “${category}” now: what is shown is from earlier days, if any.`]
			: []),
		...(locale !== undefined && ![site.defaultLocale, ...site.locales].includes(locale)
			? [`No article is in the language “${locale}” now: what is shown is from earlier days, if any.`]
			: []),
	];
}
