import type { Segment } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { noReasons, yesReasons } from "#contract/vote-reasons.ts";
import type { SampleDocument } from "./sample-documents.ts";
import { dayMs, dayOf } from "#worker/lib/days.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import type { StoredVote } from "#worker/queries/votes.ts";
import type { SampleTicket } from "#worker/queries/sample.ts";
import { createRandom, type Random } from "./random.ts";

/** What the sample is made from: the built site. */
export interface SampleInput {
	documents: SampleDocument[];
	site: SiteManifest;
	/** The sample ends on the day before. Epoch milliseconds. */
	now: number;
	days: number;
	seed: number;
}

export interface Sample {
	events: StoredEvent[];
	votes: StoredVote[];
	tickets: SampleTicket[];
}

/** Subjects that no article of the sample centre answers, each in several customers' words. */
const gaps = [
	["slack notifications", "slak notifications", "notifications in slack", "send alerts to slack"],
	["power bi connector", "powerbi connector", "connect power bi"],
	["dark mode", "darkmode", "switch to dark mode"],
	["carbon offsets", "buy carbon offsets", "carbon offset purchase"],
	["tableau dashboard", "tablau dashboard", "connect a tableau dashboard"],
	["translate report to french", "french report"],
];

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * Makes events of a centre in use: the same for the same seed and day. Articles differ in how often they are read and how well
 * they help, some searches find nothing, some visitors write a ticket.
 */
export function makeSample({ documents, site, now, days, seed }: SampleInput): Sample {
	const random = createRandom(seed);
	const sample: Sample = { events: [], votes: [], tickets: [] };
	const ranked = [...documents].sort(() => random.next() - 0.5);
	const quality = new Map(ranked.map(({ id }, rank) => [id, rank % 11 === 3 ? 0.36 : 0.72 + random.next() * 0.25]));
	for (let back = days; back >= 1; back--) {
		const day = dayOf(now - back * dayMs);
		const weekend = weekday(day) === 0 || weekday(day) === 6;
		const sessions = Math.round((weekend ? 12 : 44) * (0.85 + random.next() * 0.3) * (1 + (0.25 * (days - back)) / days));
		for (let count = 0; count < sessions; count++) addSession(day);
	}
	return sample;

	function addSession(day: string): void {
		const session = new Session(day, random, sample, site);
		const kind = random.next();
		if (kind < 0.62) searchSession(session);
		else if (kind < 0.86) readSession(session);
		else contactSession(session);
	}

	/** Popular articles are chosen more often: the chance falls with the rank. */
	function choose() {
		return ranked[Math.min(ranked.length - 1, Math.floor(ranked.length * random.next() ** 2.2))] ?? random.pick(ranked);
	}

	function searchSession(session: Session): void {
		session.view("/");
		if (random.chance(0.11)) {
			session.search(random.pick(random.pick(gaps)), 0);
			if (random.chance(0.3)) contactSession(session);
			return;
		}
		const article = choose();
		session.search(random.pick([article.title, ...article.keywords]), random.between(2, 14));
		if (random.chance(0.7)) session.click(article);
		else if (random.chance(0.2)) return contactSession(session);
		else return;
		if (random.chance(0.35)) session.view(choose());
		if (random.chance(0.34)) session.vote(article.id, random.chance(quality.get(article.id) ?? 0.8));
	}

	function readSession(session: Session): void {
		const article = choose();
		session.view(article);
		if (random.chance(0.3)) session.view(choose());
		if (random.chance(0.26)) session.vote(article.id, random.chance(quality.get(article.id) ?? 0.8));
		if (random.chance(0.06)) contactSession(session);
	}

	function contactSession(session: Session): void {
		const suggestions = [choose(), choose(), choose()].map(({ id }) => id);
		session.contact(suggestions, random.chance(0.36) ? "solved" : random.chance(0.62) ? "ticket" : "abandoned");
	}
}

/** One visit while it is made up. */
class Session {
	private at: number;
	private lastSearch = "";
	private readonly id: string;
	private readonly visitor: string;
	private readonly segment: Segment;
	private readonly random: Random;
	private readonly sample: Sample;
	private readonly site: SiteManifest;

	constructor(day: string, random: Random, sample: Sample, site: SiteManifest) {
		this.random = random;
		this.sample = sample;
		this.site = site;
		this.at = Date.parse(`${day}T00:00:00Z`) + random.between(6 * 60, 20 * 60) * 60_000 + random.between(0, 59_000);
		this.id = random.id().replaceAll("-", "").slice(0, 22);
		this.segment = random.chance(0.4) ? "phone" : "computer";
		this.visitor = `sample-${random.id().slice(0, 18)}`;
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

	view(page: string | SampleInput["documents"][number]): void {
		if (typeof page === "string") this.add({ type: "page_viewed", path: page });
		else this.add({ type: "page_viewed", path: page.url, article: page.id });
		this.wait(15, 110);
	}

	search(query: string, results: number): void {
		this.lastSearch = this.add({ type: "search_settled", query, queryKey: query.toLowerCase(), results, source: "box" });
		this.wait(3, 12);
	}

	click(article: SampleInput["documents"][number]): void {
		this.add({ type: "search_clicked", search: this.lastSearch, article: article.id, position: this.random.between(1, 3), how: "opened" });
		this.view(article);
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
			reasons: this.random.chance(0.5) ? [this.random.pick(reasons)] : [],
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
			const category = this.random.pick(this.site.support.ticketCategories);
			this.sample.tickets.push({
				id: this.random.id(),
				day: dayOf(this.at),
				createdAt: this.at,
				category: category.id,
				label: category.label,
				contact,
				locale: this.site.defaultLocale,
			});
		}
	}
}
