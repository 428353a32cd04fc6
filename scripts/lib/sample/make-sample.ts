import type { SiteManifest } from "#contract/site-manifest.ts";
import type { SampleDocument } from "./sample-documents.ts";
import { dayMs, dayOf } from "#worker/lib/days.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import type { StoredVote } from "#worker/queries/votes.ts";
import type { SampleTicket } from "#worker/queries/sample.ts";
import { createRandom } from "./random.ts";
import { Session } from "./session.ts";

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

/** Subjects that no article of the sample centre answers, each in several customers' words; those that are typed most come first. */
const gaps = [
	["slack notifications", "notifications in slack", "send alerts to slack", "slak notifications"],
	["tableau dashboard", "connect a tableau dashboard", "tablau dashboard"],
	["power bi connector", "connect power bi", "powerbi connector"],
	["translate report to french", "french report"],
	["dark mode", "switch to dark mode", "darkmode"],
	["carbon offsets", "buy carbon offsets", "carbon offset purchase"],
];

/** How busy a day is, from Sunday to Saturday: visits. */
const visitsOfWeekday = [9, 52, 48, 45, 43, 34, 13];

/** How many other visits come to one that asks the answer box. */
const askingPart = 8;

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * Makes events of a centre in use: the same for the same seed and day. Articles differ in how often they are read and how well
 * they help, some searches find nothing, some visitors write a ticket.
 */
export function makeSample({ documents, site, now, days, seed }: SampleInput): Sample {
	const random = createRandom(seed);
	const asking = createRandom(seed + 1);
	const sample: Sample = { events: [], votes: [], tickets: [] };
	const ranked = [...documents].sort(() => random.next() - 0.5);
	const quality = new Map(ranked.map(({ id }, rank) => [id, rank % 11 === 3 ? 0.36 : 0.72 + random.next() * 0.25]));
	for (let back = days; back >= 1; back--) {
		const day = dayOf(now - back * dayMs);
		const sessions = Math.round((visitsOfWeekday[weekday(day)] ?? 0) * (0.85 + random.next() * 0.3) * (1 + (0.25 * (days - back)) / days));
		const visitors: string[] = [];
		for (let count = 0; count < sessions; count++) addSession(day, visitors);
		for (let count = 0; count < sessions / askingPart; count++) addQuestion(day);
	}
	return sample;

	function addQuestion(day: string): void {
		const session = new Session(day, `sample-${asking.id().slice(0, 18)}`, { random: asking, sample, site, now });
		const article = asking.chance(0.85) ? choose(asking) : null;
		const helped = article !== null && asking.chance(0.45) ? asking.chance(quality.get(article.id) ?? 0.8) : null;
		session.ask(article?.title ?? asking.pick(asking.pick(gaps)), article?.id ?? null, { helped, place: asking.chance(0.7) ? "search" : "widget" });
	}

	/** @param visitors who came on this day before; some of them come again */
	function addSession(day: string, visitors: string[]): void {
		const visitor = visitors.length > 0 && random.chance(0.14) ? random.pick(visitors) : `sample-${random.id().slice(0, 18)}`;
		visitors.push(visitor);
		const session = new Session(day, visitor, { random, sample, site, now });
		const kind = random.next();
		if (kind < 0.62) searchSession(session);
		else if (kind < 0.86) readSession(session);
		else contactSession(session);
	}

	/** Popular articles are chosen more often: the chance falls with the rank. */
	function choose(from = random) {
		return ranked[Math.min(ranked.length - 1, Math.floor(ranked.length * from.next() ** 2.2))] ?? from.pick(ranked);
	}

	function searchSession(session: Session): void {
		session.view("/");
		if (random.chance(0.09)) {
			const gap = random.pickEarly(gaps);
			session.search(random.pickEarly(gap), 0);
			if (random.chance(0.3)) session.search(random.pick(gap), 0);
			if (random.chance(0.3)) contactSession(session);
			return;
		}
		const article = choose();
		// Some find it only by other words.
		if (random.chance(0.07)) session.search(random.pick(choose().keywords.concat(article.title)), random.between(1, 9));
		session.search(random.pick([article.title, ...article.keywords]), random.between(2, 14));
		if (random.chance(0.74)) session.click(article);
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
