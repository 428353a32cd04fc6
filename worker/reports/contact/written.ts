import type { TicketWords } from "../../queries/contact-tickets.ts";
import { withoutNames } from "../../lib/without-names.ts";

/** A ticket as the lists look at it. */
export interface Written {
	day: string;
	category: string;
	/** Without personal data and the customer's own names; marks such as `[email]` stand in their place. */
	subject: string;
	/** The same without the marks, to be searched and compared. */
	words: string;
	/** Article the customer came from, or null. */
	article: string | null;
}

const marks = /\[(?:name|email|phone|card|iban|token|ip)\]/g;

/** Tickets without what tells whose they are; those whose text is gone are left out. */
export function readWritten(tickets: TicketWords[]): Written[] {
	return tickets.flatMap(({ day, category, subject: typed, name, company, article }) => {
		if (typed === "") return [];
		const subject = withoutNames(typed, [name, company]);
		return { day, category, subject, article, words: subject.replace(marks, " ").replace(/\s+/g, " ").trim() };
	});
}

/** Tickets with the same words. */
export interface SameWords {
	query: string;
	searches: number;
	tickets: Written[];
}

/** Puts tickets with the same words together, whatever their capitals; for `clusterQueries`. */
export function bySubject(tickets: Written[]): SameWords[] {
	return [...Map.groupBy(tickets, ({ words }) => words.toLowerCase()).values()].map((same) => ({
		query: same[0]?.words ?? "",
		searches: same.length,
		tickets: same,
	}));
}
