import { promisedAt } from "#contract/promise-clock.ts";
import type { Segment } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { targetFor } from "#contract/targets.ts";
import { noReasons, yesReasons } from "#contract/vote-reasons.ts";
import { dayOf } from "#worker/lib/days.ts";
import { businessHours } from "#worker/lib/site.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import type { Sample } from "./make-sample.ts";
import type { Random } from "./random.ts";
import type { SampleDocument } from "./sample-documents.ts";
import { ticketTexts } from "./ticket-texts.ts";

/** One visit while it is made up. */
export class Session {
	private at: number;
	private lastSearch = "";
	private readonly id: string;
	private readonly visitor: string;
	private readonly segment: Segment;
	private readonly random: Random;
	private readonly sample: Sample;
	private readonly site: SiteManifest;
	private readonly now: number;

	constructor(day: string, visitor: string, { random, sample, site, now }: { random: Random; sample: Sample; site: SiteManifest; now: number }) {
		this.random = random;
		this.sample = sample;
		this.site = site;
		this.now = now;
		// Most come about the middle of the working day.
		const minute = Math.round((random.between(6 * 60, 20 * 60) + random.between(8 * 60, 17 * 60)) / 2);
		this.at = Date.parse(`${day}T00:00:00Z`) + minute * 60_000 + random.between(0, 59_000);
		this.id = random.id().replaceAll("-", "").slice(0, 22);
		this.segment = random.chance(0.4) ? "phone" : "computer";
		this.visitor = visitor;
	}

	private add(event: Partial<StoredEvent> & Pick<StoredEvent, "type">): string {
		const id = event.id ?? this.random.id();
		this.sample.events.push({
			at: this.at,
			day: dayOf(this.at),
			session: this.id,
			visitor: this.visitor,
			locale: this.site.defaultLocale,
			segment: this.segment,
			...event,
			id,
			sample: 1,
		});
		return id;
	}

	private wait(low: number, high: number): void {
		this.at += this.random.between(low * 1000, high * 1000);
	}

	view(page: string | SampleDocument): void {
		if (typeof page === "string") this.add({ type: "page_viewed", path: page });
		else this.add({ type: "page_viewed", path: page.url, article: page.id });
		this.wait(15, 110);
	}

	search(query: string, results: number, source = "box"): void {
		this.lastSearch = this.add({ type: "search_settled", query, queryKey: query.toLowerCase(), results, source });
		this.wait(3, 12);
	}

	click(article: SampleDocument): void {
		this.add({ type: "search_clicked", search: this.lastSearch, article: article.id, position: this.random.between(1, 3), how: "opened" });
		this.view(article);
	}

	/** A question to the answer box, and what its reader said of the answer. @param article null where nothing answers */
	ask(question: string, article: string | null, { helped, place }: { helped: boolean | null; place: "search" | "widget" }): void {
		const answer = this.random.id();
		this.search(question, article === null ? 0 : 1, "ask");
		const way = article === null ? "unsure" : this.random.pickEarly(["section", "article", "faq"]);
		this.add({ type: "answer_shown", answer, how: way, source: place, ...(article !== null && { article }) });
		this.wait(10, 60);
		if (helped !== null) this.add({ type: helped ? "answer_solved" : "answer_rejected", answer, ...(helped && { tokenHash: `sample-${answer}` }) });
	}

	vote(article: string, helpful: boolean): void {
		const known = this.site.articles[article];
		if (!known) return;
		const reasons = Object.keys(helpful ? yesReasons : noReasons);
		this.sample.votes.push({
			article,
			revision: known.revision,
			day: dayOf(this.at),
			visitor: this.visitor,
			network: this.visitor,
			helpful,
			reasons: this.random.chance(0.5) ? [this.random.pickEarly(reasons)] : [],
			comment: "",
			session: this.id,
			locale: this.site.defaultLocale,
			segment: this.segment,
			at: this.at,
			sample: 1,
		});
	}

	contact(suggestions: string[], end: "solved" | "ticket" | "abandoned"): void {
		const contact = this.add({ type: "contact_opened" });
		this.wait(10, 40);
		for (const article of suggestions) this.add({ type: "suggestion_shown", contact, article });
		const [first = ""] = suggestions;
		this.wait(5, 30);
		if (end === "solved") {
			this.add({ type: "suggestion_opened", contact, article: first });
			this.wait(10, 60);
			this.add({ type: "suggestion_solved", contact, article: first, ...(this.random.chance(0.9) && { tokenHash: `sample-${contact}` }) });
		} else if (end === "abandoned") {
			this.add({ type: "contact_abandoned", contact });
		} else {
			if (this.random.chance(0.5)) this.add({ type: "suggestion_rejected", contact, article: first });
			this.wait(60, 300);
			this.ticket(contact);
		}
	}

	/** A message to the desk: handed over within seconds, and answered in time as a rule. */
	private ticket(contact: string): void {
		const { random, site } = this;
		const category = random.pickEarly(site.support.ticketCategories);
		const { subject, description, priority } = random.pickEarly(
			ticketTexts[category.id] ?? [{ subject: category.label, description: category.label, priority: "P4" as const }],
		);
		const { minutes, clock } = targetFor(priority, null, site.support);
		const promised = promisedAt(this.at, minutes, clock, businessHours(site));
		const answered = this.at + (promised - this.at) * (random.chance(0.88) ? 0.1 + 0.8 * random.next() : 1.05 + 1.5 * random.next());
		this.sample.tickets.push({
			...{ id: random.id(), day: dayOf(this.at), createdAt: this.at, category: category.id, subject, description, priority, contact },
			promisedAt: promised,
			answeredAt: answered < this.now ? Math.round(answered) : null,
			deliveredAt: this.at + random.between(2_000, 45_000),
			locale: site.defaultLocale,
			segment: this.segment,
			timeZone: site.support.timeZone,
		});
	}
}
