import type { ReportTable } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { BestAnswer } from "../replay.ts";
import { categoryLabel, countBy, editStep, explains } from "./steps.ts";
import type { Written } from "./written.ts";

/** Tickets that are replayed at most. */
export const replayedAtMost = 300;

const samples = 3;

/** Tickets below which no share is told. */
const fewest = 10;

interface Answerable {
	table: ReportTable;
	/** Tickets that were replayed, and those with a sure answer. */
	replayed: number;
	answered: number;
}

/**
 * Replays subjects of tickets against today's index: what search is sure of, by article.
 *
 * @param tickets the newest ones of the period that an article may answer
 */
export async function answerableTickets(site: SiteManifest, tickets: Written[], replay: BestAnswer): Promise<Answerable> {
	const byArticle = new Map<string, Written[]>();
	for (const ticket of tickets) {
		const article = await replay(ticket.words);
		if (article !== null && explains(site, article)) byArticle.set(article, [...(byArticle.get(article) ?? []), ticket]);
	}
	const rows = [...byArticle].sort(([, a], [, b]) => b.length - a.length);
	return {
		replayed: tickets.length,
		answered: rows.reduce((sum, [, same]) => sum + same.length, 0),
		table: {
			id: "answerable",
			caption: "Tickets that search could have answered",
			definition: `Subjects of the newest tickets of the period (at most ${replayedAtMost}, without critical and delicate ones), asked of today's search. Only sure answers count, and release notes are none; shares from ${fewest} tickets on.`,
			columns: [
				{ key: "article", label: "Article" },
				{ key: "tickets", label: "Tickets" },
				{ key: "share", label: "Share", unit: "rate", definition: "Of the tickets that were replayed." },
				{ key: "topics", label: "Topics", definition: "What their customers chose in the form." },
			],
			rows: rows.map(([article, same]) => {
				const topics = countBy(same, ({ category }) => category);
				const [most] = topics;
				return {
					href: site.articles[article]?.url ?? "",
					cells: {
						article: site.articles[article]?.title ?? article,
						tickets: same.length,
						share: tickets.length >= fewest ? same.length / tickets.length : null,
						topics: topics
							.slice(0, samples)
							.map(([category]) => categoryLabel(site, category))
							.join(", "),
					},
					more: countBy(same, ({ subject }) => subject)
						.slice(0, samples)
						.map(([subject, n]) => (n > 1 ? `“${subject}” (${n})` : `“${subject}”`)),
					...editStep(site, article, stepWords(site, article, most && most[1] * 2 > same.length ? most[0] : null)),
				};
			}),
			empty: "No ticket of this period has a sure answer in today's search.",
		},
	};
}

/** An article that does not name the topic of most of them does not count for it, and is not offered for it by mail. @param topic of most, or null */
function stepWords(site: SiteManifest, article: string, topic: string | null): string {
	const isCovered = site.support.ticketCategories.some(({ id, covered }) => id === topic && covered);
	if (topic === null || !isCovered || site.articles[article]?.answers.includes(topic)) return "Say it in these words in title, summary and quick answer";
	return `Add \`${topic}\` to answers, so that it is offered for that topic`;
}
