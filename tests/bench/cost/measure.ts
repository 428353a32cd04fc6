import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate, withDatabase } from "#scripts/lib/local-database.ts";
import { root } from "#scripts/lib/paths.ts";
import { consumeInbox, insertInbox, waitingInbox } from "#worker/queries/inbox.ts";
import { rollUpDay } from "#worker/queries/rollups.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { forget } from "#worker/queries/upkeep.ts";
import { countDatabase, type DatabaseCounts } from "../lib/counted-database.ts";
import { visitsOf } from "../reports/readers.ts";
import type { MeasuredRows } from "./measured.ts";

const articles = Array.from({ length: 75 }, (_, number) => `category-${number % 8}/article-${number}`);

/** Visits of the day that is counted: 40,000 events. */
const dayVisits = 12_916;
const alone = 500;

/** Rows that D1 counts for what readers do, on a database of its own. Takes about half a minute. */
export async function measureRows(say: (line: string) => void): Promise<MeasuredRows> {
	const state = join(root, ".tier-zero/bench/cost");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	try {
		return await withDatabase(async (inner) => {
			const { db, taken } = countDatabase(inner);
			async function store(batches: StoredEvent[][]): Promise<DatabaseCounts> {
				taken();
				for (const batch of batches) await insertInbox(db, batch, 0);
				await consumeInbox(db, await waitingInbox(db, batches.length));
				return taken();
			}
			const visits = visitsOf(0, alone, articles);
			const whole = (await store(visits)).written;
			const halves = visitsOf(alone, alone, articles).flatMap((events) => [events.slice(0, 1), events.slice(1)]);
			const halved = (await store(halves)).written;
			say("visits stored");
			taken();
			await forget(db, { events: 1, votes: 1, tickets: 1 }, Date.parse("2026-07-01"));
			taken();
			const day = visitsOf(2 * alone, dayVisits, articles);
			for (let start = 0; start < day.length; start += 400) await store([day.slice(start, start + 400).flat()]);
			say("a day stored");
			taken();
			await rollUpDay(db, "2026-06-01");
			const counted = taken();
			await forget(db, { events: 1, votes: 1, tickets: 1 }, Date.parse("2026-07-01"));
			const forgotten = taken().written;
			const asked = Array.from({ length: alone }, (_, number) => questionOf(number));
			const question = (await store(asked.map(({ shown }) => shown))).written;
			const both = (await store(asked.map((_, number) => Object.values(questionOf(alone + number)).flat()))).written;
			return {
				visits: Math.round((whole / alone) * 1000),
				furtherBatch: Math.round((halved - whole) / alone),
				question: Math.round(question / alone),
				saidOfAnswer: Math.round((both - question) / alone),
				forgotten: Math.round((forgotten / dayVisits) * 1000),
				counting: counted.written,
				countingReads: counted.read,
				countedEvents: day.flat().length,
			};
		}, state);
	} finally {
		rmSync(state, { recursive: true, force: true });
	}
}

/** The events of a question to the answer box, and of what was said of its answer. */
function questionOf(number: number): Record<"shown" | "said", StoredEvent[]> {
	const id = `question-${number}`;
	const base = { day: "2026-06-01", at: Date.parse("2026-06-01T12:00:00Z"), session: id, visitor: id, locale: "en", segment: "computer" as const };
	const query = `how do i do thing ${number}`;
	return {
		shown: [
			{ ...base, id: `${id}-search`, type: "search_settled", query, queryKey: query, results: 3, source: "ask" },
			{ ...base, id: `${id}-shown`, type: "answer_shown", answer: id, how: "section", source: "search", article: articles[number % articles.length] ?? "" },
		],
		said: [{ ...base, id: `${id}-said`, type: "answer_solved", answer: id, tokenHash: `hash-${number}` }],
	};
}
