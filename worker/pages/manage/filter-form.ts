import { html, raw } from "hono/html";
import { segments, type ReportFilter } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { View } from "../../lib/shell.ts";
import { filterQuery } from "../../reports/filter-query.ts";
import { topCategory } from "../../reports/narrow.ts";

const periods = [7, 30, 90];
const segmentWords: Record<(typeof segments)[number], string> = { phone: "Phone", computer: "Computer" };

/** The lengths that are asked for most, as links. */
export function periodLinks(path: string, filter: ReportFilter, byDays: boolean): View {
	return html`<nav aria-label="Period">
		<ul class="periods">
			${periods.map((days) => {
				const query = filterQuery({ ...filter, days }, false).toString();
				return html`<li><a href="${path}?${query}" ${!byDays && days === filter.days ? raw('aria-current="true"') : ""}>${days} days</a></li>`;
			})}
		</ul>
	</nav>`;
}

/** Days, language, category and device, as a form that needs no script; what is chosen stands in its head. */
export function filterForm(path: string, filter: ReportFilter, site: SiteManifest, byDays: boolean): View {
	const used = new Set(Object.values(site.articles).map((article) => topCategory(article.category)));
	const categories = [...new Set([...Object.keys(site.categories).filter((name) => used.has(name)), ...[...used].sort()])];
	const titleOf = (name: string) => site.categories[name] ?? name;
	const locales = [...new Set([site.defaultLocale, ...site.locales])];
	const { locale, category, segment } = filter;
	const chosen = [byDays ? "own days" : undefined, locale, category && titleOf(category), segment && segmentWords[segment]].filter(
		(name) => name !== undefined,
	);
	return html`<details class="report-filter">
		<summary>Filter${chosen.length > 0 ? html`: <strong>${chosen.join(", ")}</strong>` : ""}</summary>
		<form method="get" action="${path}">
			${byDays ? "" : html`<input type="hidden" name="days" value="${filter.days}" />`}
			${filter.cost === undefined ? "" : html`<input type="hidden" name="cost" value="${filter.cost}" />`}
			<label class="field">From <input type="date" name="from" value="${filter.from}" /></label>
			<label class="field">To <input type="date" name="to" value="${filter.to}" /></label>
			${
				locales.length > 1
					? choice(
							"Language",
							"locale",
							locale,
							locales.map((name) => [name, name]),
						)
					: ""
			}
			${choice(
				"Category",
				"category",
				category,
				categories.map((name) => [name, titleOf(name)]),
			)}
			${choice(
				"Device",
				"segment",
				segment,
				segments.map((name) => [name, segmentWords[name]]),
			)}
			<p class="filter-buttons"><button class="button small">Show</button> <a href="${path}">Clear</a></p>
		</form>
	</details>`;
}

function choice(label: string, name: string, chosen: string | undefined, options: [value: string, label: string][]): View {
	const all: [string, string][] = [["", "All"], ...options];
	return html`<label class="field"
		>${label}
		<select name="${name}">
			${all.map(([value, words]) => html`<option value="${value}" ${value === (chosen ?? "") ? raw("selected") : ""}>${words}</option>`)}
		</select></label
	>`;
}
