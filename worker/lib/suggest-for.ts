import type { SearchResult } from "#site/search/types.ts";
import type { Env } from "../env.ts";
import type { TicketOnPage } from "../queries/ticket-status.ts";
import { searchSite } from "./site-search.ts";
import { readSite } from "./site.ts";

const shown = 3;

/** Letters of a ticket that are searched for: its subject and the beginning of the story. */
const searched = 400;

/**
 * Articles for the words of a new ticket. None for a critical or delicate one, for one that is closed or a day old, and where search has
 * no good answer.
 *
 * @param base begins the addresses of the language that is searched
 */
export async function suggestFor(
	env: Pick<Env, "ASSETS">,
	{ closed, isNew, priority, category, content }: TicketOnPage,
	base: string,
): Promise<SearchResult[]> {
	const { subject = "", description = "" } = content;
	if (closed || !isNew || priority === "P1" || subject === "") return [];
	const { support } = await readSite(env);
	if (support.ticketCategories.some(({ id, sensitive }) => id === category && sensitive)) return [];
	// The story says more; where it says too much to have an answer, the subject may have one.
	for (const words of [`${subject} ${description}`.slice(0, searched), subject]) {
		const answer = await searchSite(env, words, { limit: shown }, base);
		if (answer?.answered) return answer.results;
	}
	return [];
}
