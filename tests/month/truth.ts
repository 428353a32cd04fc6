/** What happened to one visit of the contact page. */
export interface ContactFact {
	day: string;
	openedAt: number;
	/** Null unless "This solved it" was said. */
	solvedAt: number | null;
	/** The browser keeps a token, so that a later ticket can be told. */
	hasToken: boolean;
	ticket: boolean;
	shown: boolean;
	/** The page said that it was left. */
	left: boolean;
}

/** What really happened in a month: written down by those who act it, not read from any table. */
export interface Truth {
	pageViews: number;
	/** One name a session and day. */
	sessions: Set<string>;
	/** One name a visitor and day. */
	visitorDays: Set<string>;
	/** Events of readers. */
	events: number;
	/** Settled searches that none replaced. */
	searches: { day: string; query: string; results: number; opened: boolean; answered: boolean }[];
	votes: { article: string; day: string; revision: string; yes: boolean }[];
	contacts: ContactFact[];
	tickets: { day: string; category: string }[];
	/** Seconds from the first sign of a session to its answer. */
	answers: number[];
	/** What must not be counted, by reason. */
	excluded: Record<"bot" | "staff" | "replay" | "machine", number>;
}

export function createTruth(): Truth {
	return {
		...{ pageViews: 0, events: 0, sessions: new Set(), visitorDays: new Set(), searches: [], votes: [], contacts: [], tickets: [], answers: [] },
		excluded: { bot: 0, staff: 0, replay: 0, machine: 0 },
	};
}

const weekMs = 7 * 86_400_000;

/** How a visit of the contact page stands at a moment at which the Worker did its chores. */
export function outcomeOf({ solvedAt, hasToken, ticket, left, openedAt }: ContactFact, chores: number): string {
	if (ticket) return solvedAt === null ? "ticket" : "refuted";
	if (solvedAt !== null && !hasToken) return "unverifiable";
	if (solvedAt !== null) return solvedAt <= chores - weekMs ? "confirmed" : "pending";
	return left || openedAt <= chores - weekMs / 7 ? "abandoned" : "open";
}

/** The value in the middle; both where two are there. Null without any. */
export function middleOf(values: number[]): [low: number, high: number] | null {
	const sorted = values.toSorted((one, other) => one - other);
	const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
	return low === undefined || high === undefined ? null : [low, high];
}
