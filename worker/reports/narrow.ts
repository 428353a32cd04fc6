import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Sums } from "../queries/rollups.ts";
import { articleInLabel } from "./answer-counts.ts";

/** The first of a category's levels. Example: `reporting/exports` → `reporting` */
export function topCategory(category: string): string {
	return category.split("/")[0] ?? category;
}

/** Ticket categories that articles of a top category answer; archived ones answer none. */
export function ticketCategoriesOf(site: SiteManifest, category: string): Set<string> {
	return new Set(Object.values(site.articles).flatMap((article) => (!article.archived && topCategory(article.category) === category ? article.answers : [])));
}

/** What the labels of a count are; counts that are not here say nothing of a category. */
const labelled: [pattern: RegExp, kind: "article" | "answer" | "category" | "ticket" | "channel"][] = [
	[/^(article_views|article_found|article_exits|votes_yes|votes_no)$/, "article"],
	[/^answers_/, "answer"],
	[/^(page_views|searches.*|contact_.*|deflections_.*)$/, "category"],
	[/^tickets$/, "ticket"],
	[/^tickets_channel$/, "channel"],
];

/**
 * Keeps what belongs to a top category: articles in it and answers from them, searches that were narrowed to it or led to an article of it, visits of the contact
 * page from an article of it, and tickets of categories that its articles answer. What cannot be told apart is left out.
 */
export function narrowSums(sums: Sums, site: SiteManifest, category: string | undefined): Sums {
	if (category === undefined) return sums;
	const tickets = ticketCategoriesOf(site, category);
	const belongs = {
		article: (label: string) => label.startsWith(`${category}/`),
		answer: (label: string) => articleInLabel(label).startsWith(`${category}/`),
		category: (label: string) => label === category,
		ticket: (label: string) => tickets.has(label),
		channel: (label: string) => tickets.has(label.split("/")[1] ?? ""),
	};
	const kept: Sums = new Map();
	for (const [metric, labels] of sums) {
		const kind = labelled.find(([pattern]) => pattern.test(metric))?.[1];
		if (kind) kept.set(metric, new Map([...labels].filter(([label]) => belongs[kind](label))));
	}
	return kept;
}

/** Adds up the sums of several days. */
export function addSums(days: Iterable<Sums>): Sums {
	const all: Sums = new Map();
	for (const sums of days)
		for (const [metric, labels] of sums) {
			const into = all.get(metric) ?? new Map<string, number>();
			for (const [label, n] of labels) into.set(label, (into.get(label) ?? 0) + n);
			all.set(metric, into);
		}
	return all;
}
