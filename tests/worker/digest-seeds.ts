import type { Destination, News, Outcome } from "#worker/handoff/destination.ts";
import { readSite } from "#worker/lib/site.ts";
import { bindings, db, uuid } from "./support.ts";

/** In milliseconds. */
export const minute = 60_000;

/** Counts of days as cron would have made them. */
export async function seedCounts(rows: [day: string, metric: string, label: string, n: number, sample?: number][]): Promise<void> {
	const insert = db.prepare("INSERT INTO daily_rollups (day, metric, label, n, sample) VALUES (?1, ?2, ?3, ?4, ?5)");
	await db.batch(rows.map(([day, metric, label, n, sample = 0]) => insert.bind(day, metric, label, n, sample)));
}

/** A ticket of which only the subject is known. Returns its id. */
export async function seedTicket(day: string, category: string, subject: string): Promise<string> {
	const id = uuid();
	await db
		.prepare(
			`INSERT INTO tickets (id, reference, status_token, idempotency_key, body_hash, created_at, day, network, email_hash, locale, channel, category, priority, team, tier, promised_at, time_zone, content)
			VALUES (?1, ?1, ?1, ?1, '', ?2, ?3, '', '', 'en', 'portal', ?4, 'P4', '', '', 1, 'UTC', ?5)`,
		)
		.bind(id, Date.parse(`${day}T10:00:00Z`), day, category, JSON.stringify({ subject }))
		.run();
	return id;
}

/** A hand-over of a ticket that waits since a moment, or was given up at it (epoch milliseconds). */
export async function seedDelivery(ticket: string, state: "pending" | "dead", at: number, destination = "desk"): Promise<void> {
	await db
		.prepare(
			"INSERT INTO deliveries (id, ticket, destination, state, next_attempt_at, created_at, died_at, last_error) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, 'it refused')",
		)
		.bind(uuid(), ticket, destination, state, at, state === "dead" ? at : null)
		.run();
}

/** A stand-in for a destination that remembers the news it got. */
export class Reader implements Destination {
	readonly id = "chat";
	readonly news: News[] = [];
	answer: Outcome = { kind: "delivered", deskReference: null };
	deliver(): Promise<Outcome> {
		return Promise.resolve(this.answer);
	}
	addNote(): Promise<Outcome> {
		return Promise.resolve(this.answer);
	}
	announce(news: News): Promise<Outcome> {
		this.news.push(news);
		return Promise.resolve(this.answer);
	}
}

/** What a desk answers that is not there at the moment. */
export const unreachable: Outcome = { kind: "retry", reason: "the desk answered 503" };

/** The site of the tests with a desk in another zone. */
export async function siteIn(timeZone: string) {
	const site = await readSite(bindings);
	return { ...site, support: { ...site.support, timeZone } };
}
