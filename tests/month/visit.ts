import type { ClientEvent } from "#contract/events.ts";
import type { Chance } from "./chance.ts";
import type { ContactFact, Truth } from "./truth.ts";

/** One request as a browser sends it, at a moment of the month. */
export interface Sent {
	/** Epoch milliseconds. */
	at: number;
	path: "/api/events" | "/api/votes" | "/api/tickets";
	body: Record<string, unknown>;
	headers: Record<string, string>;
}

export interface VisitOptions {
	chance: Chance;
	truth: Truth;
	/** Day at the desk, `YYYY-MM-DD`, on which all of it happens. */
	day: string;
	at: number;
	/** A number of its own for every person. */
	person: number;
	/** Who it is, where it is no reader. */
	as?: "bot" | "staff" | "machine";
	/** Global Privacy Control. */
	private?: boolean;
}

type Event = ClientEvent extends infer One ? (One extends { id: string } ? Omit<One, "id" | "ago"> : never) : never;

const browsers = [
	"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
	"Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
];

/** One person's visit in one tab: what it does becomes requests, and facts beside them. */
export class Visit {
	readonly requests: Sent[] = [];
	at: number;
	private readonly session: string;
	private readonly headers: Record<string, string>;
	private waiting: { event: Event & { id: string }; at: number }[] = [];
	private first = 0;
	private lastArticle = 0;
	private yes = 0;
	private contact: { id: string; fact: ContactFact } | null = null;
	private readonly options: VisitOptions;

	constructor(options: VisitOptions) {
		this.options = options;
		this.at = options.at;
		this.session = options.chance.id().replaceAll("-", "");
		const { person } = options;
		this.headers = {
			"user-agent": options.as === "bot" ? "Examplebot/2.1 (+https://crawler.example/bot)" : (browsers[person % 2] ?? ""),
			"x-dev-network": `${10 + (person >> 16)}.${(person >> 8) & 255}.${person & 255}.1`,
			...(options.private && { "sec-gpc": "1" }),
		};
	}

	/** Lets time pass, in milliseconds; never the same twice. */
	wait(least: number, most: number): void {
		this.at += least + this.options.chance.below(most - least);
	}

	view(article?: string): void {
		this.note({ type: "page_viewed", path: article === undefined ? "/" : `/${article}/`, ...(article !== undefined && { article }) });
		if (this.isReader) this.options.truth.pageViews++;
		this.first ||= this.at;
		if (article !== undefined) this.lastArticle = this.at;
	}

	/** A settled search; `replaces` is the shorter one that this one only extends. Gives what to use its results with. */
	search(query: string, results: number, replaces?: string): { id: string; use(article: string, how: "opened" | "answered"): void } {
		const id = this.note({ type: "search_settled", query, results, source: "page", ...(replaces !== undefined && { replaces }) });
		this.first ||= this.at;
		const fact = { day: this.options.day, query, results, opened: false, answered: false };
		const { searches } = this.options.truth;
		if (replaces !== undefined) searches.pop();
		if (this.isReader) searches.push(fact);
		const use = (article: string, how: "opened" | "answered") => {
			this.wait(2000, 9000);
			this.note({ type: "search_clicked", search: id, article, position: 1, how });
			fact[how] = true;
			if (how === "opened") this.view(article);
		};
		return { id, use };
	}

	vote(article: string, revision: string, yes: boolean): void {
		this.flush();
		const body = { article, revision, helpful: yes ? "yes" : "no", reasons: yes ? [] : ["did-not-work"], locale: "en", session: this.session };
		this.requests.push({ at: this.at, path: "/api/votes", body, headers: this.headers });
		this.options.truth.votes.push({ article, day: this.options.day, revision, yes });
		if (yes && !this.options.private) this.yes ||= this.at;
	}

	openContact(article: string, suggested: string[]): void {
		const id = this.note({ type: "contact_opened", article });
		const fact = { day: this.options.day, openedAt: this.at, solvedAt: null, hasToken: false, ticket: false, shown: suggested.length > 0, left: false };
		this.contact = { id, fact };
		this.options.truth.contacts.push(fact);
		this.wait(3000, 20_000);
		for (const one of suggested) this.note({ type: "suggestion_shown", contact: id, article: one });
	}

	/** "This solved it." Gives the token that the browser keeps, and what to do when a ticket comes after all; null where none is kept. */
	solve(article: string): { token: string; refute(): void } | null {
		const token = this.options.chance.id().replaceAll("-", "");
		if (!this.contact) throw new Error("the contact page is not open");
		const { id, fact } = this.contact;
		this.note({ type: "suggestion_solved", contact: id, article, token });
		Object.assign(fact, { solvedAt: this.at, hasToken: !this.options.private });
		return this.options.private ? null : { token, refute: () => void (fact.ticket = true) };
	}

	leaveContact(): void {
		if (!this.contact) return;
		this.note({ type: "contact_abandoned", contact: this.contact.id });
		this.contact.fact.left = true;
	}

	ticket(subject: string, category: string, tokens: string[] = []): void {
		this.flush();
		const words = { subject, description: `${subject}. Could you please help us with that?`, category, name: "Ada Example", locale: "en" };
		const contact = this.contact && !this.options.private ? { contact: this.contact.id } : {};
		const body = { key: this.options.chance.id(), ...words, email: `person-${this.options.person}@customer.example`, deflectionTokens: tokens, ...contact };
		this.requests.push({ at: this.at, path: "/api/tickets", body, headers: this.headers });
		this.options.truth.tickets.push({ day: this.options.day, category });
		if (this.contact && !this.options.private) this.contact.fact.ticket = true;
	}

	/** The tab is closed. Gives all its requests in their order. */
	end(): Sent[] {
		this.flush();
		const { truth, day, person } = this.options;
		if (this.isReader && this.first > 0) {
			if (!this.options.private) {
				truth.sessions.add(`${day} ${this.session}`);
				truth.visitorDays.add(`${day} ${person}`);
				const answer = this.yes || this.lastArticle;
				const seconds = answer > 0 ? Math.round((answer - this.first) / 1000) : 0;
				if (seconds > 0) truth.answers.push(seconds);
			}
		}
		return this.requests;
	}

	private get isReader(): boolean {
		return this.options.as === undefined;
	}

	private note(event: Event): string {
		const id = this.options.chance.id();
		this.waiting.push({ event: { ...event, id }, at: this.at });
		if (this.options.as === undefined) this.options.truth.events++;
		else this.options.truth.excluded[this.options.as]++;
		return id;
	}

	private flush(): void {
		if (this.waiting.length === 0) return;
		const sentAt = this.at + 700;
		const events = this.waiting.map(({ event, at }) => ({ ...event, ago: sentAt - at }));
		const body = { session: this.session, locale: "en", ...(this.options.as === "staff" && { staff: true }), events };
		this.requests.push({ at: sentAt, path: "/api/events", body, headers: this.headers });
		this.waiting = [];
	}
}
