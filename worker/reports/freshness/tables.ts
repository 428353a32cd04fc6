import type { ReportTable, Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { fileOf } from "../article-file.ts";
import type { ArticleAge, StaleBand } from "./article-ages.ts";

const columns = {
	article: { key: "article", label: "Article" },
	owner: { key: "owner", label: "Owner", definition: "The team that `owner` names in the article." },
	reviewed: { key: "last_reviewed", label: "Last reviewed", unit: "day" },
	due: { key: "due", label: "Due", unit: "day", definition: "Last review and `reviewEvery`." },
	views: { key: "views", label: "Views", unit: "count", definition: "How often its page was shown in the period." },
} as const;

/** The step that every row ends in: the file in git. */
function step(verb: string, { file, edit }: ArticleAge): Pick<Row, "action" | "actionHref"> {
	return { action: `${verb}: ${file}`, ...(edit !== null && { actionHref: edit }) };
}

function row(age: ArticleAge, cells: Row["cells"], verb: string): Row {
	return { href: age.url, cells: { article: age.title, owner: age.owner, ...cells }, ...step(verb, age) };
}

/** Every overdue article, by owner; the owner who is behind the longest first. */
export function overdueTable(overdue: ArticleAge[]): ReportTable {
	const byOwner = [...Map.groupBy(overdue, ({ owner }) => owner).values()].flat();
	return {
		id: "overdue",
		caption: "Overdue reviews",
		definition: "By owner, whoever is behind the longest first. Archived articles need none.",
		columns: [
			columns.article,
			columns.owner,
			columns.due,
			{ key: "days", label: "Days overdue", unit: "count" },
			columns.views,
			{ key: "reviewed", label: "Reviewed", unit: "day", definition: "Whether a person has reviewed it since it came online." },
		],
		rows: byOwner.map((age) => ({
			id: overdueAnchor(age.id),
			...row(
				age,
				{ due: age.due, days: age.overdueDays, views: age.views, reviewed: age.neverReviewed ? "never" : age.lastReviewed },
				"Follow every step, then set lastReviewed",
			),
		})),
		empty: "No review is overdue.",
	};
}

/** Reviews that come next. */
export function dueTable(due: ArticleAge[]): ReportTable {
	return {
		id: "due",
		caption: "Due in the next 30 days",
		definition: "The earliest first.",
		columns: [columns.article, columns.owner, columns.due, columns.views],
		rows: due.map((age) => row(age, { due: age.due, views: age.views }, "Review")),
		empty: "Nothing is due in the next 30 days.",
	};
}

/** What readers read, by how stale it is. */
export function staleTable(bands: StaleBand[]): ReportTable {
	const views = bands.reduce((sum, band) => sum + band.views, 0);
	return {
		id: "stale",
		caption: "What readers read, by its reviews",
		definition: "A stale article that nobody reads can wait; one that many read cannot.",
		columns: [
			{ key: "band", label: "Review" },
			{ key: "articles", label: "Articles", unit: "count" },
			columns.views,
			{ key: "share", label: "Share of views", unit: "rate" },
		],
		rows: bands.map(({ label, articles, views: own }) => ({ cells: { band: label, articles, views: own, share: views > 0 ? own / views : null } })),
		empty: "There are no articles.",
	};
}

/** Articles that nobody has looked at again, or that nobody keeps. */
export function neglectedTable(neglected: ArticleAge[]): ReportTable {
	return {
		id: "neglected",
		caption: "Without an owner, or never reviewed",
		definition: "Articles whose owner says nobody, and those that no person has reviewed since they came online more than a month ago; the most read first.",
		columns: [columns.article, columns.owner, columns.reviewed, columns.views],
		rows: neglected.map((age) =>
			row(age, { last_reviewed: age.lastReviewed, views: age.views }, age.unowned ? "Name an owner" : "Review, then set lastReviewed"),
		),
		empty: "Every article has an owner and was reviewed since it came online.",
	};
}

/** A ticket category and what answers it. */
interface CategoryCoverage {
	label: string;
	id: string;
	/** Articles that name it in `answers`. */
	articles: number;
	/** Whether articles are expected to answer it. */
	covered: boolean;
	tickets: number;
	previous: number;
}

/** Names of rows in addresses. */
export const overdueAnchor = (article: string) => `overdue-${article}`;
export const coverageAnchor = (category: string) => `coverage-${category}`;

/** Ticket categories that should have an article, those that have none and the most tickets first. */
export function coverageTable(categories: CategoryCoverage[]): ReportTable {
	const missing = ({ articles }: CategoryCoverage) => articles === 0;
	const sorted = categories.filter(({ covered }) => covered).sort((one, other) => Number(missing(other)) - Number(missing(one)) || other.tickets - one.tickets);
	return {
		id: "coverage",
		caption: "Coverage of ticket categories",
		definition: "What customers write about, and the articles that say they answer it. Categories that support.yml leaves out need none, and are not listed.",
		columns: [
			{ key: "category", label: "Category" },
			{ key: "articles", label: "Articles", unit: "count", definition: "Articles that name the category in `answers`, without archived ones." },
			{ key: "tickets", label: "Tickets", unit: "count", definition: "Tickets of the period in this category." },
			{ key: "previous", label: "Period before", unit: "count" },
		],
		rows: sorted.map((category) => ({
			id: coverageAnchor(category.id),
			cells: { category: category.label, articles: category.articles, tickets: category.tickets, previous: category.previous },
			...(missing(category) && { action: `Write one with answers: [${category.id}]: npm run new` }),
		})),
		empty: "There are no ticket categories.",
	};
}

/** How much of the default language other languages have. */
export function localesTable(site: SiteManifest, ages: ArticleAge[]): ReportTable {
	const offered = ages.filter(({ archived }) => !archived);
	const views = offered.reduce((sum, age) => sum + age.views, 0);
	const others = site.locales.filter((locale) => locale !== site.defaultLocale);
	return {
		id: "locales",
		caption: "Coverage of languages",
		definition: `Articles of the default language (${site.defaultLocale}) that other languages have, too. What is missing is shown in the default language.`,
		columns: [
			{ key: "locale", label: "Language" },
			{ key: "articles", label: "Translated", unit: "count" },
			{ key: "share", label: "Share of articles", unit: "rate" },
			{ key: "views", label: "Share of views", unit: "rate", definition: "Views of the articles that are translated ÷ views of all." },
			{ key: "next", label: "Most read of the missing" },
		],
		rows: others.map((locale) => {
			const known = new Set(site.translations[locale]);
			const missing = offered.filter(({ id }) => !known.has(id)).sort((one, other) => other.views - one.views);
			const covered = views - missing.reduce((sum, age) => sum + age.views, 0);
			const [next] = missing;
			return {
				cells: {
					locale,
					articles: offered.length - missing.length,
					share: offered.length > 0 ? (offered.length - missing.length) / offered.length : null,
					views: views > 0 ? covered / views : null,
					next: next?.title ?? null,
				},
				...(next && { action: `Translate: ${fileOf(site, next.id, locale)}` }),
			};
		}),
		empty: "There is one language.",
	};
}

/** Articles that are kept at their address but no longer offered. */
export function archivedTable(archived: ArticleAge[]): ReportTable {
	return {
		id: "archived",
		caption: "Archived",
		definition: "Kept at their address, but no longer found or counted; the most read first.",
		columns: [columns.article, columns.owner, columns.views],
		rows: archived.map((age) =>
			row(age, { views: age.views }, age.views > 0 ? "Still read: redirect it, or bring it back" : "Keep, or delete with a redirect"),
		),
		empty: "No article is archived.",
	};
}
