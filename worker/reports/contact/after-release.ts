import type { ReportTable } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays } from "../../lib/days.ts";
import type { SiteWords } from "../../lib/site-search.ts";
import { clusterQueries } from "../gaps/cluster-queries.ts";
import type { BestAnswer } from "../replay.ts";
import { newStep } from "./steps.ts";

/** Days after a release in which questions are about it, and questions from which a feature needs an article. */
const releaseDays = 30;
const minimum = 5;
const samples = 3;

/** Releases whose questions are looked for: articles by id, with their day. */
export function recentReleases(site: SiteManifest, to: string): Map<string, string> {
	const since = addDays(to, -releaseDays);
	return new Map(
		Object.entries(site.articles).flatMap(([id, { type, released, archived }]) =>
			type === "release-notes" && !archived && released !== undefined && released >= since && released <= to ? [[id, released]] : [],
		),
	);
}

/** A question that readers searched for, or wrote in a ticket. */
export interface Question {
	query: string;
	/** How often it was asked, searches and tickets together. */
	searches: number;
	tickets: number;
}

/**
 * Questions whose best answer is a recent release note: the feature is announced, and nothing explains it yet.
 *
 * @param questions asked since the first of the releases
 */
export async function afterReleaseTable(
	site: SiteManifest,
	releases: ReadonlyMap<string, string>,
	questions: Question[],
	{ replay, words }: { replay: BestAnswer; words: SiteWords },
): Promise<ReportTable> {
	const byRelease = new Map<string, Question[]>();
	for (const question of questions) {
		const article = await replay(question.query);
		if (article !== null && releases.has(article)) byRelease.set(article, [...(byRelease.get(article) ?? []), question]);
	}
	const rows = [...byRelease]
		.flatMap(([release, asked]) => clusterQueries(asked, words).map((cluster) => ({ release, ...cluster })))
		.filter(({ searches }) => searches >= minimum)
		.sort((a, b) => b.searches - a.searches);
	return {
		id: "after-release",
		caption: "Asked after a release",
		definition: `Searches and tickets whose best answer today is a release note of the last ${releaseDays} days: the feature is announced, and no article explains it. From ${minimum} questions on.`,
		columns: [
			{ key: "question", label: "Question" },
			{ key: "asked", label: "Asked", definition: "Searches and tickets together, since the release or the beginning of the period." },
			{ key: "tickets", label: "In tickets" },
			{ key: "release", label: "Release note" },
			{ key: "released", label: "Released", unit: "day" },
		],
		rows: rows.map(({ release, query, searches, phrasings }) => ({
			href: `/search/?q=${encodeURIComponent(query)}`,
			cells: {
				question: query,
				asked: searches,
				tickets: phrasings.reduce((sum, { tickets }) => sum + tickets, 0),
				release: site.articles[release]?.title ?? release,
				released: releases.get(release) ?? null,
			},
			more: phrasings.slice(1, 1 + samples).map((phrasing) => `“${phrasing.query}”`),
			action: `Document the feature: ${newStep("how-to", query).action}`,
		})),
		empty:
			releases.size === 0 ? `No release notes in the ${releaseDays} days before the end of the period.` : "Nothing was asked that only a release note answers.",
	};
}
