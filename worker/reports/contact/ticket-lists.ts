import type { ReportTable } from "#contract/report-table.ts";
import { startOfDay, addDays } from "../../lib/days.ts";
import { siteWords, type SiteWords } from "../../lib/site-search.ts";
import { escalatedTickets, frequentSearches, ticketWords, type TicketWords } from "../../queries/contact-tickets.ts";
import { replayOn } from "../replay.ts";
import type { ReportInput } from "../report-input.ts";
import { afterReleaseTable, recentReleases, type Question } from "./after-release.ts";
import { answerableTickets, replayedAtMost } from "./answerable.ts";
import { escalationsTable } from "./escalations.ts";
import { findTopics, topicsTable, type Topic } from "./topics.ts";
import { bySubject, readWritten, type Written } from "./written.ts";

/** Rows that are read at most, the newest or most frequent first. */
const atMost = { tickets: 1000, escalations: 300, searches: 200 };

/** Topics of the lists that were looked at last: the same tickets of the same site have the same ones. */
const lastTopics = new Map<string, Topic[]>();
const topicsRemembered = 4;

function topicsOf(tickets: Written[], words: SiteWords): Topic[] {
	const key = [words.version, ...tickets.flatMap(({ day, category, subject }) => [day, category, subject])].join("\n");
	const topics = lastTopics.get(key) ?? findTopics(tickets, words);
	lastTopics.delete(key);
	lastTopics.set(key, topics);
	for (const old of [...lastTopics.keys()].slice(0, -topicsRemembered)) lastTopics.delete(old);
	return topics;
}

/** What the words of tickets tell. */
export interface TicketLists {
	tables: ReportTable[];
	/** Tickets that were read, and those that were asked of search and have a sure answer. */
	read: number;
	replayed: number;
	answered: number;
	/** False where search does not work: there are no lists then. */
	works: boolean;
}

/**
 * The lists that are made from what customers wrote: tickets that search could have answered, topics, escalations and questions after a
 * release, each asked of today's index.
 *
 * @param isChosen whether a ticket category belongs to the filter
 */
export async function makeTicketLists({ env, site, filter }: ReportInput, isChosen: (category: string) => boolean): Promise<TicketLists> {
	const zone = site.support.timeZone;
	const releases = recentReleases(site, filter.to);
	const since = [...releases.values()].sort()[0] ?? filter.to;
	const asked = { ...filter, from: since > filter.from ? since : filter.from };
	const between = { from: startOfDay(filter.from, zone), to: startOfDay(addDays(filter.to, 1), zone) };
	const [newest, escalated, searches] = await Promise.all([
		ticketWords(env.DB, filter, atMost.tickets),
		escalatedTickets(env.DB, filter, between, atMost.escalations),
		releases.size > 0 ? frequentSearches(env.DB, asked, atMost.searches) : [],
	]);
	const ofFilter = ({ category }: TicketWords) => isChosen(category);
	const chosen = newest.filter(ofFilter);
	const written = readWritten(chosen);
	const questions = questionsOf(
		searches,
		written.filter(({ day }) => day >= asked.from),
	);
	const texts = [...[...written, ...readWritten(escalated)].map((ticket) => ticket.words), ...questions.map(({ query }) => query)];
	const words = await siteWords(env, texts);
	if (!words) return { tables: [], read: newest.length, replayed: 0, answered: 0, works: false };
	const replay = replayOn(env, words.version);
	const answerable = await answerableTickets(site, readWritten(chosen.filter(mayBeAnswered).slice(0, replayedAtMost)), replay);
	const { replayed, answered } = answerable;
	return {
		tables: [
			await topicsTable(site, topicsOf(written, words), replay),
			answerable.table,
			escalationsTable(site, escalated.filter(ofFilter), (tickets) => findTopics(tickets, words)),
			await afterReleaseTable(site, releases, questions, { replay, words }),
		],
		...{ read: newest.length, replayed, answered, works: true },
	};

	/** A critical or delicate matter needs a person, whatever search says; and the name of its topic alone says nothing. */
	function mayBeAnswered({ priority, category, subject }: TicketWords): boolean {
		const topic = site.support.ticketCategories.find(({ id }) => id === category);
		return subject !== "" && priority !== "P1" && !topic?.sensitive && subject.trim().toLowerCase() !== topic?.label.toLowerCase();
	}
}

/** What was asked in searches and tickets, by its words. */
function questionsOf(searches: { query: string; searches: number }[], tickets: Written[]): Question[] {
	const questions = new Map<string, Question>(searches.map(({ query, searches }) => [query, { query, searches, tickets: 0 }]));
	for (const { query, searches: n } of bySubject(tickets)) {
		const known = questions.get(query.toLowerCase()) ?? { query, searches: 0, tickets: 0 };
		questions.set(query.toLowerCase(), { ...known, searches: known.searches + n, tickets: known.tickets + n });
	}
	return [...questions.values()];
}
