import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "#scripts/lib/figure.ts";
import { migrate, withDatabase } from "#scripts/lib/local-database.ts";
import { root } from "#scripts/lib/paths.ts";
import { consumeInbox, insertInbox, waitingInbox } from "#worker/queries/inbox.ts";
import { rollUpDay } from "#worker/queries/rollups.ts";
import { forget } from "#worker/queries/upkeep.ts";
import { countDatabase } from "../lib/counted-database.ts";
import { visitsOf } from "./readers.ts";

const articles = Array.from({ length: 75 }, (_, number) => `category-${number % 8}/article-${number}`);

/** A day of 40,000 events. */
const dayVisits = 13_000;

/** What it takes to take in a day of events and to count it: time, and rows that D1 bills. */
export async function ingest(say: (line: string) => void): Promise<Figure[]> {
	const state = join(root, ".tier-zero/bench/ingest");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	try {
		return await withDatabase(async (inner) => {
			const { db, taken } = countDatabase(inner);
			const written = () => taken().written;
			const batches = visitsOf(0, dayVisits, articles);
			const events = batches.flat().length;
			// Many pages at once, as the queue hands them over: what counts here is how fast they become rows.
			for (let start = 0; start < batches.length; start += 20) await insertInbox(db, batches.slice(start, start + 20).flat(), 0);
			const ofInbox = (written() * 20) / batches.length;
			const ids = await waitingInbox(db, events);
			const began = performance.now();
			await consumeInbox(db, ids);
			const seconds = (performance.now() - began) / 1000;
			const ofEvents = written();
			say(`${events} events in ${seconds.toFixed(1)} s`);
			const singles = visitsOf(dayVisits, 500, articles);
			for (const batch of singles) await insertInbox(db, batch, 0);
			const inboxRows = written();
			await consumeInbox(db, await waitingInbox(db, singles.length));
			const rowsOfVisits = inboxRows + written();
			const counting = performance.now();
			await rollUpDay(db, "2026-06-01");
			const rollup = performance.now() - counting;
			const ofRollup = written();
			await forget(db, { events: 1, votes: 1, tickets: 1 }, Date.parse("2026-07-01"));
			const ofForgetting = written();
			const of = `${events} events of ${dayVisits} visits on one day`;
			return [
				{ name: "events taken in, a second", value: Math.round(events / seconds), unit: "", goal: { op: ">=", value: 5000 }, of },
				{ name: "rows written for an event", value: round(ofEvents / events + ofInbox / (events / batches.length)), unit: "", goal: null, of },
				{ name: "rows written for 1,000 visits", value: rowsOfVisits * 2, unit: "", goal: null, of: "500 visits, a batch each: inbox, events, ledger" },
				{ name: "counting a day", value: Math.round(rollup), unit: "ms", goal: null, of },
				{ name: "rows written when a day is counted", value: ofRollup, unit: "", goal: null, of },
				{ name: "rows written when 1,000 visits are forgotten", value: Math.round((ofForgetting / (dayVisits + 500)) * 1000), unit: "", goal: null, of },
			];
		}, state);
	} finally {
		rmSync(state, { recursive: true, force: true });
	}
}

const round = (value: number) => Math.round(value * 100) / 100;
