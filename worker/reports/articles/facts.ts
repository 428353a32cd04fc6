import type { SiteManifest } from "#contract/site-manifest.ts";
import { reviewDue } from "#contract/review-due.ts";
import type { Sums } from "../../queries/rollups.ts";
import { topCategory } from "../narrow.ts";
import { wilsonInterval } from "../wilson.ts";
import { fileOf } from "../article-file.ts";

/** What is known of one article in a period. */
export interface ArticleFacts {
	id: string;
	title: string;
	url: string;
	/** Where a writer edits it; null where the site does not say. */
	edit: string | null;
	/** Its file in the content folder. Example: `content/articles/en/reporting/export.mdx` */
	file: string;
	/** The day its review runs out. */
	due: string;
	views: number;
	yes: number;
	no: number;
	/** Sessions that went from it to the contact page. */
	exits: number;
	/** Searches that led to it. */
	found: number;
	lower: number;
	upper: number;
	/** Share of Yes as if every article had some average votes beforehand: few votes do not decide. */
	bayes: number;
}

/** Average votes that every article is given beforehand. */
const beforehand = 10;

/** The facts of all articles that are offered, of one top category or all. */
export function articleFacts(site: SiteManifest, sums: Sums, category: string | undefined): ArticleFacts[] {
	const count = (metric: string, id: string) => sums.get(metric)?.get(id) ?? 0;
	const offered = Object.entries(site.articles).filter(
		([, article]) => !article.archived && (category === undefined || topCategory(article.category) === category),
	);
	const all = offered.map(([id]) => ({ yes: count("votes_yes", id), no: count("votes_no", id) }));
	const yesOfAll = all.reduce((sum, { yes }) => sum + yes, 0);
	const votesOfAll = all.reduce((sum, { yes, no }) => sum + yes + no, 0);
	const mean = votesOfAll > 0 ? yesOfAll / votesOfAll : 0.5;
	return offered.map(([id, { title, url, edit, lastReviewed, reviewEvery }], index) => {
		const { yes = 0, no = 0 } = all[index] ?? {};
		const { lower, upper } = wilsonInterval(yes, no);
		return {
			...{ id, title, url, edit, yes, no, lower, upper },
			file: fileOf(site, id),
			due: reviewDue(lastReviewed, reviewEvery),
			views: count("article_views", id),
			exits: count("article_exits", id),
			found: count("article_found", id),
			bayes: (yes + mean * beforehand) / (yes + no + beforehand),
		};
	});
}
