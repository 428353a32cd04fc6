import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import type { Portal } from "../handoff/portal.ts";
import { numberOf, withDatabaseFile } from "./database-file.ts";
import type { RecordingDesk } from "./recording-desk.ts";
import type { Written } from "./writers.ts";

/** What waits, as those who run the centre are told. */
export async function waiting(url: string): Promise<number> {
	const response = await fetch(`${url}/api/reports/operations`, { headers: { authorization: "Bearer bench" }, signal: AbortSignal.timeout(10_000) });
	const { deliveries, events } = (await response.json()) as { deliveries: { pending: number }; events: { waiting: number } };
	return deliveries.pending + events.waiting;
}

/**
 * Runs the scheduled jobs, some minutes later each time, until nothing waits any more.
 *
 * @param from epoch milliseconds. Default: now
 * @returns what still waits after `patienceMs`
 */
export async function drainAll(portal: Portal, { from = Date.now(), stepMs = 5 * 60_000, patienceMs = 90_000 } = {}): Promise<number> {
	const until = Date.now() + patienceMs;
	let left = Infinity;
	for (let ahead = 0; left > 0 && Date.now() < until; ahead += stepMs) {
		await portal
			.worker()
			.tick(from + ahead)
			.catch(() => wait(300));
		left = await waiting(portal.worker().url).catch(() => Infinity);
	}
	return left;
}

/** How many of some keys a table has, and how many of its rows they are. */
const found = (table: string, column: string) => `SELECT count(*) FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?1))`;

/**
 * Compares what was acknowledged with what is stored and with what the desk holds, once nothing waits any more. The portal is stopped.
 *
 * @param of what happened to it
 */
export async function account(portal: Portal, written: Written, desk: RecordingDesk, of: string): Promise<Figure[]> {
	await portal.worker().stop();
	const counts = await withDatabaseFile(portal.state, (db) => {
		const [tickets, votes, events] = [[...written.tickets.keys()], [...written.votes], [...written.events]].map((keys) => JSON.stringify(keys)) as [
			string,
			string,
			string,
		];
		const rows = [
			numberOf(db, found("tickets", "idempotency_key"), tickets),
			numberOf(db, found("votes", "session"), votes),
			numberOf(db, found("events", "id"), events),
		];
		return {
			rows: rows.reduce((sum, n) => sum + n, 0),
			all: numberOf(db, "SELECT count(*) FROM tickets"),
			// A message that the customer was never told of counts as well: it must not stand there under two numbers.
			twice:
				numberOf(db, "SELECT count(*) - count(DISTINCT content ->> '$.description') FROM tickets") +
				numberOf(db, "SELECT count(*) - count(DISTINCT session) FROM votes"),
			uncounted: numberOf(db, "SELECT count(*) FROM event_inbox"),
			pending: numberOf(db, "SELECT count(*) FROM deliveries WHERE state <> 'delivered'"),
		};
	});
	const acknowledged = written.tickets.size + written.votes.size + written.events.size;
	const kinds = `${written.tickets.size} tickets, ${written.votes.size} votes, ${written.events.size} events; ${of}`;
	const missing = [...written.tickets.values()].filter((reference) => !desk.held.has(reference)).length;
	const twice = [...desk.held.values()].filter(({ size }) => size > 1).length;
	return [
		{ name: "acknowledged", value: acknowledged, unit: "writes", goal: null, of: kinds },
		{ name: "acknowledged − stored", value: acknowledged - counts.rows, unit: "writes", goal: { op: "==", value: 0 }, of: kinds },
		{ name: "stored twice", value: counts.twice, unit: "writes", goal: { op: "==", value: 0 }, of },
		{ name: "delivered to the desk", value: desk.held.size, unit: "tickets", goal: { op: "==", value: counts.all }, of },
		{ name: "acknowledged, not at the desk", value: missing, unit: "tickets", goal: { op: "==", value: 0 }, of },
		{ name: "twice at the desk", value: twice, unit: "tickets", goal: { op: "==", value: 0 }, of },
		{ name: "left waiting", value: counts.pending + counts.uncounted, unit: "rows", goal: { op: "==", value: 0 }, of },
		{
			name: "answers that no page foresees",
			value: written.unforeseen.length,
			unit: "",
			goal: { op: "==", value: 0 },
			of: [...new Set(written.unforeseen)].join("; ") || of,
		},
		{ name: "longest wait for an answer", value: written.slowest / 1000, unit: "s", goal: null, of },
		...[...written.shown].map(([words, times]): Figure => ({ name: "shown to customers", value: times, unit: "times", goal: null, of: `“${words}”; ${of}` })),
	];
}
