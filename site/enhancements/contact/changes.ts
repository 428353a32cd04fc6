import type { Ticket } from "#contract/tickets.ts";

/** What a customer writes, chooses or adds, as it is compared between two tries. */
const compared = [
	"subject",
	"description",
	"tried",
	"category",
	"affected",
	"impairment",
	"risk",
	"product",
	"environment",
	"name",
	"email",
	"company",
	"incident",
	"attachments",
] as const;

export type ComparedField = (typeof compared)[number];

/** The customer's words and files as one text: equal texts are the same message. */
export function wordsOf(ticket: Ticket): string {
	const { attachments = [], ...words } = ticket;
	return JSON.stringify(Object.fromEntries(compared.map((field) => [field, field === "attachments" ? attachments.toSorted() : (words[field] ?? "")])));
}

/** What `wordsOf` was made of; empty where nothing is known of the earlier try. */
function readWordsOf(lost: string | null): Record<string, unknown> {
	try {
		const known: unknown = JSON.parse(lost ?? "null");
		return typeof known === "object" && known !== null && !Array.isArray(known) ? (known as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/**
 * Fields in which a message differs from an earlier try; where nothing is known of that, all that have something in them.
 *
 * @param lost `wordsOf` the earlier try, or null
 */
export function changesSince(lost: string | null, ticket: Ticket): ComparedField[] {
	const before = readWordsOf(lost);
	const now = readWordsOf(wordsOf(ticket));
	return compared.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(before[field] ?? (field === "attachments" ? [] : "")));
}
