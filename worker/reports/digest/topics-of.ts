import type { DigestTopic } from "#contract/digest.ts";
import type { Env } from "../../env.ts";
import { siteWords } from "../../lib/site-search.ts";
import { ticketWords } from "../../queries/contact-tickets.ts";
import { countBy } from "../contact/steps.ts";
import { findTopics } from "../contact/topics.ts";
import { bySubject, readWritten, type Written } from "../contact/written.ts";

/** Tickets that are read, the newest first. */
const ticketsRead = 2000;

const mostTopics = 3;

/** Letters of a subject that are shown. */
const longest = 90;

/** What customers wrote about between two days, by ticket category: their subjects without personal data and names, most tickets first. */
export async function topicsOf(env: Pick<Env, "DB" | "ASSETS">, days: { from: string; to: string }): Promise<Map<string, DigestTopic[]>> {
	const tickets = readWritten(await ticketWords(env.DB, days, ticketsRead));
	const words = await siteWords(
		env,
		tickets.map((ticket) => ticket.words),
	);
	// Without the site's index only the same words are the same topic.
	const topicsIn = (some: Written[]) => (words ? findTopics(some, words) : bySubject(some));
	return new Map(
		[...Map.groupBy(tickets, ({ category }) => category)].map(([category, some]) => [
			category,
			topicsIn(some)
				.map(({ tickets: same }) => ({ words: shorten(countBy(same, ({ subject }) => subject)[0]?.[0] ?? ""), tickets: same.length }))
				.sort((a, b) => b.tickets - a.tickets)
				.slice(0, mostTopics),
		]),
	);
}

function shorten(line: string): string {
	return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
