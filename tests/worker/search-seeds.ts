import { expect } from "vitest";
import type { GapsReport } from "#contract/gaps.ts";
import type { ReportData } from "#contract/report-data.ts";
import { addDays, dayOf } from "#worker/lib/days.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { call, consume, db, uuid } from "./support.ts";

/** The day on which reports of searches are read. */
export const today = "2026-11-18";
export const noon = `${today}T12:00:00Z`;
export const token = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };

export function makeEvent(type: string, at: number, fields: Partial<StoredEvent>): StoredEvent {
	return { id: uuid(), type, at, day: dayOf(at), session: null, visitor: null, locale: "en", segment: "computer", ...fields };
}

export async function seed(events: StoredEvent[]): Promise<void> {
	for (let start = 0; start < events.length; start += 50) await insertInbox(db, events.slice(start, start + 50), 0);
	await consume();
}

export type Asked = [query: string, results: number, used?: string];

let readers = 0;
/** One reader's visit: what was searched, a minute apart, and what was used of it. */
export function visit(daysAgo: number, searches: Asked[], changes: Partial<StoredEvent> = {}): StoredEvent[] {
	const reader = { session: `session-${readers}`, visitor: `visitor-${readers++}`, ...changes };
	const start = Date.parse(`${addDays(today, -daysAgo)}T08:00:00Z`) + (readers % 1000) * 1000;
	return searches.flatMap(([query, results, used], place) => {
		const at = start + place * 60_000;
		const search = makeEvent("search_settled", at, { query, queryKey: query, results, ...reader });
		if (used === undefined) return [search];
		return [search, makeEvent("search_clicked", at + 5000, { search: search.id, article: used, position: 1, how: "opened", ...reader })];
	});
}

/** The same visit by several readers, each on another day. */
export function visits(n: number, searches: Asked[], changes: Partial<StoredEvent> = {}): StoredEvent[] {
	return Array.from({ length: n }, (_, number) => visit((number * 5) % 26, searches, changes)).flat();
}

/** Every session of these events sends a ticket after its last one. */
export async function seedTickets(events: StoredEvent[]): Promise<void> {
	for (const [session, own] of Map.groupBy(events, (event) => event.session)) {
		const last = own.at(-1);
		await db
			.prepare("INSERT INTO contact_visits (id, day, opened_at, session, locale, ticket, state) VALUES (?1, ?2, ?3, ?4, 'en', 'data-issues', 'ticket')")
			.bind(uuid(), last?.day, (last?.at ?? 0) + 60_000, session)
			.run();
		await db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(last?.day).run();
	}
}

export async function read<Report>(path: string): Promise<Report> {
	const response = await call(path, token);
	expect(response.status).toBe(200);
	return response.json<Report>();
}

export const readGaps = (query = "days=28") => read<GapsReport>(`/api/reports/gaps?${query}`);
export const readSearch = (query = "days=28") => read<ReportData>(`/api/reports/search?${query}`);

/** Rows of a table of the search report: the cells of some columns. */
export function cells(report: ReportData, id: string, ...keys: string[]): unknown[][] {
	return report.tables.find((table) => table.id === id)?.rows.map((row) => keys.map((key) => row.cells[key])) ?? [];
}
