import type { DigestAction, DigestGap, DigestTheme } from "#contract/digest.ts";
import type { GapDiagnosis } from "#contract/gaps.ts";
import type { OverdueReviews, RatedArticle } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { fileOf } from "../article-file.ts";
import { counted } from "./in-words.ts";

const mostActions = 5;

/** Tickets in a week that ask for an article: of a category that has none, and on one topic whatever there is. */
const fewestUncovered = 3;
const manyOnTopic = 10;

interface Findings {
	from: string;
	to: string;
	themes: DigestTheme[];
	gaps: DigestGap[];
	lowestRated: RatedArticle[];
	overdueReviews: OverdueReviews[];
	site: SiteManifest;
}

/** Why searches do not end well, in words that follow "by 30 visitors". */
const because: Record<GapDiagnosis, string> = {
	"no-article": "and no article answers",
	"other-words": "and the article that answers uses other words",
	"not-clicked": "and what was found was not opened",
	"not-helpful": "and the article that was opened did not help",
};

/** What to do first: the worst finding of each kind, then the next ones, five at most. Each ends in a change in git. */
export function actionsOf({ from, to, themes, gaps, lowestRated, overdueReviews, site }: Findings): DigestAction[] {
	const period = `from=${from}&to=${to}`;
	const kinds = [
		themes
			.filter(needsArticle)
			.sort((a, b) => Number(a.articles > 0) - Number(b.articles > 0))
			.map((theme) => writeForTheme(theme, period)),
		gaps.map((gap) => closeGap(gap, period)),
		lowestRated.map((article) => rewrite(article, site, period)),
		review(overdueReviews, site),
	];
	const rounds = Math.max(...kinds.map(({ length }) => length));
	return Array.from({ length: rounds }, (_, round) => kinds.flatMap((kind) => kind[round] ?? []))
		.flat()
		.slice(0, mostActions);
}

function needsArticle({ covered, articles, tickets, topics }: DigestTheme): boolean {
	if (!covered) return false;
	return (articles === 0 && tickets >= fewestUncovered) || (topics[0]?.tickets ?? 0) >= manyOnTopic;
}

function writeForTheme({ id, label, tickets, articles, topics: [topic] }: DigestTheme, period: string): DigestAction {
	const href = `/manage/contact?${period}`;
	if (articles === 0) {
		return {
			found: `“${label}”: ${tickets} tickets, and no article answers them.`,
			do: `Write one with npm run new, in the words below; name ${id} under answers in its front matter, and merge it.`,
			href,
		};
	}
	return {
		found: `“${topic?.words ?? label}”: ${topic?.tickets ?? tickets} tickets on one topic, although ${articles === 1 ? "an article answers" : `${articles} articles answer`} “${label}”.`,
		do: "Write what they ask for and the articles do not say: a section, or an article with npm run new; then merge it.",
		href,
	};
}

function closeGap({ query, searches, visitors, diagnosis, action, failing }: DigestGap, period: string): DigestAction {
	const why = failing ? "and they still fail after the change that was made for them" : because[diagnosis];
	return {
		found: `“${query}”: ${counted(searches, "search", "searches")} by ${counted(visitors, "visitor")}, ${why}.`,
		do: `${action} Then review the change and merge it.`,
		href: `/manage/search?${period}#gaps`,
	};
}

function rewrite({ article, title, yes, no, reason }: RatedArticle, site: SiteManifest, period: string): DigestAction {
	return {
		found: `“${title}”: ${no} of ${yes + no} readers say that it does not help${reason ? ` (mostly: ${reason.toLowerCase()})` : ""}.`,
		do: `Rewrite ${fileOf(site, article)} and merge it; the report then compares before and after.`,
		href: `/manage/articles?${period}`,
	};
}

function review(owners: OverdueReviews[], site: SiteManifest): DigestAction[] {
	const [first] = owners;
	if (!first) return [];
	const { owner, longest } = first;
	const overdue = owners.reduce((sum, own) => sum + own.overdue, 0);
	const article = Object.entries(site.articles).find(([, { url }]) => url === longest.url)?.[0];
	return [
		{
			found: `${counted(overdue, "review is", "reviews are")} overdue, the longest since ${longest.due}: “${longest.title}” (${owner}).`,
			do: `Read ${article === undefined ? "it" : fileOf(site, article)}, put right what is no longer true, set lastReviewed to the day, and merge it.`,
			href: "/manage/freshness",
		},
	];
}
