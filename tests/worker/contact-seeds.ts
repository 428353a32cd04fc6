import { expect } from "vitest";
import type { Figure, ReportData } from "#contract/report-data.ts";
import type { ReportTable, Row } from "#contract/report-table.ts";
import { storeTicket, type StoredTicket, type TicketContent } from "#worker/queries/tickets.ts";
import { call, db, uuid } from "./support.ts";

/** Noon of the day on which the contact report is read. */
export const today = "2026-11-20";
export const now = Date.parse(`${today}T12:00:00Z`);
export const hour = 3_600_000;
export const time = (day: string) => Date.parse(`${day}T08:00:00Z`);

export type TicketChanges = Partial<Omit<StoredTicket, "content">> & {
	content?: Partial<TicketContent>;
	to?: string[];
	answeredAt?: number;
	escalatedAt?: number;
};

export async function seedTicket(
	day: string,
	category: string,
	subject: string,
	{ content, to = ["desk"], answeredAt, escalatedAt, ...changes }: TicketChanges = {},
) {
	const id = uuid();
	const names = { id, reference: id, statusToken: id, idempotencyKey: id, bodyHash: "", network: "n", emailHash: "e", plan: "", team: "", tier: "" };
	const made = { createdAt: time(day), day, locale: "en", channel: "portal" as const, category, priority: "P4" as const, promisedAt: time(day) + 8 * hour };
	const words = { subject, name: "Grace Sample", company: "Examplia", article: null, ...content } as TicketContent;
	await storeTicket(db, { ...names, ...made, timeZone: "UTC", segment: "computer", ...changes, content: words }, to, []);
	if (answeredAt !== undefined || escalatedAt !== undefined)
		await db
			.prepare("UPDATE tickets SET answered_at = ?2, escalated_at = ?3 WHERE id = ?1")
			.bind(id, answeredAt ?? null, escalatedAt ?? null)
			.run();
	return id;
}

export async function seedMany(n: number, day: string, category: string, subjects: string[], changes: TicketChanges = {}): Promise<void> {
	for (let index = 0; index < n; index++) await seedTicket(day, category, subjects[index % subjects.length] ?? "", changes);
}

/** Visits of the contact page by state, each of a session of its own. */
export async function seedVisits(day: string, visits: Record<string, number>, columns: Record<string, string | number> = {}): Promise<void> {
	const names = Object.keys(columns);
	const all = Object.entries(visits).flatMap(([state, n]) => Array.from({ length: n }, () => state));
	await db.batch([
		...all.map((state) =>
			db
				.prepare(
					`INSERT INTO contact_visits (${["id", "day", "opened_at", "session", "locale", "state", ...names].join(", ")}) VALUES (?1, ?2, ?3, ?1, 'en', ?4${names.map((_, place) => `, ?${place + 5}`).join("")})`,
				)
				.bind(uuid(), day, time(day), state, ...Object.values(columns)),
		),
		db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(day),
	]);
}

export async function seedSatisfaction(day: string, scores: number[], comment = ""): Promise<void> {
	for (const score of scores) {
		const ticket = await seedTicket(day, "data-issues", "Import");
		await db
			.prepare("INSERT INTO ticket_satisfaction (ticket, score, comment, answered_at, day) VALUES (?1, ?2, ?3, 1, ?4)")
			.bind(ticket, score, comment, day)
			.run();
	}
}

export async function seedVisitors(day: string, n: number): Promise<void> {
	await db.batch([
		...Array.from({ length: n }, (_, index) =>
			db
				.prepare("INSERT INTO events (id, type, at, day, session, visitor, locale, path) VALUES (?1, 'page_viewed', ?2, ?3, ?4, ?4, 'en', '/')")
				.bind(uuid(), time(day) + index, day, `visitor-${index}`),
		),
		db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(day),
	]);
}

export interface Read extends ReportData {
	figure: (id: string) => Figure | undefined;
	table: (id: string) => ReportTable;
	cells: (id: string) => Row["cells"][];
}

export async function read(query = "days=14"): Promise<Read> {
	const response = await call(`/api/reports/contact?${query}`, { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
	expect(response.status).toBe(200);
	const report = await response.json<ReportData>();
	const table = (id: string) => {
		const found = report.tables.find((one) => one.id === id);
		if (!found) throw new Error(`no table ${id}`);
		return found;
	};
	return { ...report, table, cells: (id) => table(id).rows.map(({ cells }) => cells), figure: (id) => report.figures.find((figure) => figure.id === id) };
}
