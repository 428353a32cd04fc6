import { reviewDue } from "#contract/review-due.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays, dayMs, dayOf } from "../../lib/days.ts";
import { topCategory } from "../narrow.ts";
import { fileOf } from "../article-file.ts";

/** How an article stands with its reviews. */
export interface ArticleAge {
	id: string;
	title: string;
	url: string;
	/** Its file in the content folder. Example: `content/articles/en/reporting/export.mdx` */
	file: string;
	/** Where a writer edits it; null where the site does not say. */
	edit: string | null;
	owner: string;
	/** No team keeps it true: the field says so. */
	unowned: boolean;
	lastReviewed: string;
	/** The day its review runs out, and the days since; below zero: until then. */
	due: string;
	overdueDays: number;
	/** Nobody has reviewed it since it came online, more than a month ago. */
	neverReviewed: boolean;
	archived: boolean;
	views: number;
}

interface Reach {
	/** Views in the period. */
	views: Map<string, number>;
	/** When each article came online, epoch milliseconds. */
	firstSeen: Map<string, number>;
}

/** What people write into a field that must not be empty. */
const nobody = /^(?:unassigned|unowned|unknown|nobody|none|n\/a|tbd|todo|\?+|-+)$/i;

/** An article younger than this needs no second look yet. */
const settledDays = 30;

/** The articles of a top category or all, whoever waits the longest for a review first. */
export function articleAges(site: SiteManifest, today: string, { views, firstSeen }: Reach, category?: string): ArticleAge[] {
	return Object.entries(site.articles)
		.filter(([, article]) => category === undefined || topCategory(article.category) === category)
		.map(([id, { title, url, edit, owner, lastReviewed, reviewEvery, archived }]) => {
			const due = reviewDue(lastReviewed, reviewEvery);
			const seen = firstSeen.get(id);
			const online = seen === undefined ? null : dayOf(seen, site.support.timeZone);
			return {
				...{ id, title, url, edit, owner, lastReviewed, archived, due },
				file: fileOf(site, id),
				unowned: nobody.test(owner.trim()),
				overdueDays: Math.round((Date.parse(today) - Date.parse(due)) / dayMs),
				neverReviewed: online !== null && lastReviewed <= online && online < addDays(today, -settledDays),
				views: views.get(id) ?? 0,
			};
		})
		.sort((one, other) => one.due.localeCompare(other.due) || one.title.localeCompare(other.title));
}

/** How stale what readers read is: articles and views by how far their review is. */
export interface StaleBand {
	label: string;
	articles: number;
	views: number;
}

const bands: [label: string, holds: (overdueDays: number) => boolean][] = [
	["Overdue by more than 90 days", (days) => days > 90],
	["Overdue by 31 to 90 days", (days) => days > 30 && days <= 90],
	["Overdue by up to 30 days", (days) => days > 0 && days <= 30],
	["Due in the next 30 days", (days) => days <= 0 && days >= -30],
	["Fresh", (days) => days < -30],
];

/** Articles and their views, from the stalest to the freshest. */
export function staleBands(ages: ArticleAge[]): StaleBand[] {
	return bands.map(([label, holds]) => {
		const held = ages.filter(({ archived, overdueDays }) => !archived && holds(overdueDays));
		return { label, articles: held.length, views: held.reduce((sum, { views }) => sum + views, 0) };
	});
}
