import type { ReportTable, Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays } from "../../lib/days.ts";
import type { SiteWords } from "../../lib/site-search.ts";
import { clusterQueries } from "../gaps/cluster-queries.ts";
import type { BestAnswer } from "../replay.ts";
import { categoryLabel, countBy, editStep, explains, newStep } from "./steps.ts";
import { bySubject, type Written } from "./written.ts";

/** Tickets on one topic in seven days that ask for an article. */
const minimum = 10;
const samples = 3;

/** Tickets about one thing. */
export interface Topic {
	/** Its most frequent subject. */
	name: string;
	tickets: Written[];
}

/** Tickets from which a word is known to be spread, and the share of its commonest category below which it is. */
const spread = { tickets: 10, share: 0.4 };

/**
 * What the site knows of words, but for those that customers use whatever they write about (`urgent`, the name of the product): they tell
 * as little as a word that half of the articles hold. A word of a topic stands in tickets of one category more than of others.
 */
function withoutSpread(tickets: Written[], words: SiteWords): SiteWords {
	const uses = new Map<string, Written[]>();
	for (const ticket of tickets)
		for (const stem of new Set(words.analyse(ticket.words).map((word) => word.stem))) {
			const known = uses.get(stem);
			if (known) known.push(ticket);
			else uses.set(stem, [ticket]);
		}
	const idle = new Set(
		[...uses].flatMap(([stem, using]) => {
			const [most] = countBy(using, ({ category }) => category);
			return using.length >= spread.tickets && (most?.[1] ?? 0) < spread.share * using.length ? [stem] : [];
		}),
	);
	return { ...words, holding: (stem) => (idle.has(stem) ? Math.max(words.holding(stem), words.articles / 2) : words.holding(stem)) };
}

/** Topics of tickets, the most frequent first. */
export function findTopics(tickets: Written[], words: SiteWords): Topic[] {
	return clusterQueries(bySubject(tickets), withoutSpread(tickets, words)).map(({ query, phrasings }) => ({
		name: query,
		tickets: phrasings.flatMap((same) => same.tickets),
	}));
}

/** The seven days in a row with the most tickets, the latest of several: their first day, and the tickets in them and in the seven days before. */
export function busiestWeek(tickets: Pick<Written, "day">[]): { from: string; n: number; before: number } {
	const days = new Map(countBy(tickets, ({ day }) => day));
	const within = (from: string) => Array.from({ length: 7 }, (_, after) => days.get(addDays(from, after)) ?? 0).reduce((sum, n) => sum + n, 0);
	let best = { from: "", n: 0, before: 0 };
	for (const last of [...days.keys()].sort()) {
		const from = addDays(last, -6);
		if (within(from) >= best.n) best = { from, n: within(from), before: within(addDays(from, -7)) };
	}
	return best;
}

/** The article that answers most of the phrasings today, or null; a release note announces, and explains nothing. */
async function articleFor(site: SiteManifest, { tickets }: Topic, replay: BestAnswer): Promise<string | null> {
	const phrasings = countBy(tickets, ({ words }) => words).slice(0, samples);
	const found = await Promise.all(phrasings.map(async ([words]) => (await replay(words)) ?? ""));
	const [best] = countBy(found, (article) => article);
	return best && best[1] * 2 > found.length && explains(site, best[0]) ? best[0] : null;
}

/** Subjects as people wrote them, the most frequent first. */
export function sampleWords(tickets: Written[]): string[] {
	return countBy(tickets, ({ subject }) => subject)
		.slice(0, samples)
		.map(([subject]) => `“${subject}”`);
}

/** Topics with ten tickets or more in seven days, and the article that each of them asks for. */
export async function topicsTable(site: SiteManifest, topics: Topic[], replay: BestAnswer): Promise<ReportTable> {
	const busy = topics
		.map((topic) => ({ topic, week: busiestWeek(topic.tickets) }))
		.filter(({ week }) => week.n >= minimum)
		.sort((a, b) => b.week.n - a.week.n);
	const rows = await Promise.all(
		busy.map(async ({ topic, week }): Promise<Row> => {
			const article = await articleFor(site, topic, replay);
			const known = article === null ? undefined : site.articles[article];
			return {
				cells: {
					topic: topic.name,
					tickets: week.n,
					before: week.before,
					week: week.from,
					topics: countBy(topic.tickets, ({ category }) => category)
						.slice(0, samples)
						.map(([category]) => categoryLabel(site, category))
						.join(", "),
					article: known?.title ?? null,
				},
				more: sampleWords(topic.tickets),
				...(article === null ? newStep("how-to", topic.name) : editStep(site, article, "It should answer this; rewrite it in these words")),
			};
		}),
	);
	return {
		id: "topics",
		caption: "Topics with ten tickets or more in a week",
		definition:
			"Subjects of tickets, put together by their words as searches are. Ten tickets in any seven days of the period ask for an article, before anything else.",
		columns: [
			{ key: "topic", label: "Topic" },
			{ key: "tickets", label: "Tickets in the week", definition: "Of its busiest seven days in a row." },
			{ key: "before", label: "Week before", definition: "In the seven days before these, as far as they are in the period." },
			{ key: "week", label: "Week from", unit: "day" },
			{ key: "topics", label: "Chosen in the form" },
			{ key: "article", label: "Found today", definition: "The article that today's search is sure of for most of these words." },
		],
		rows,
		empty: "No topic had ten tickets in seven days.",
	};
}
