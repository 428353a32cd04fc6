import type { Env } from "../env.ts";
import { insertInbox } from "../queries/inbox.ts";
import type { StoredEvent } from "../queries/stored-event.ts";
import { logError } from "./log.ts";
import { wake } from "./wake.ts";

/** Takes what readers' pages have seen. */
export interface EventSink {
	/**
	 * @param now epoch milliseconds
	 * @param network day's hash of the sender's network, for its cap
	 * @throws when it does not have them; a sink that only samples never throws
	 */
	take(events: StoredEvent[], now: number, network: string): Promise<void>;
}

/** Exact: every event is a row in D1 before the answer, and the queue is told that something waits. */
export function createLedgerSink({ DB, WAKE }: Pick<Env, "DB" | "WAKE">, later: (work: Promise<unknown>) => void): EventSink {
	return {
		async take(events, now, network) {
			await insertInbox(DB, events, now, network);
			later(wake(WAKE, "events", Date.now()));
		},
	};
}

/** Columns of a data point, in the order of its blobs. */
export const pointColumns = ["type", "article", "locale", "segment", "day"] as const;

/** What came together and is alike is one data point with its number; Analytics Engine takes few of them a request. */
function pointsOf(events: StoredEvent[]): AnalyticsEngineDataPoint[] {
	const alike = Map.groupBy(events, (event) => JSON.stringify(pointColumns.map((column) => event[column] ?? "")));
	return [...alike].map(([blobs, { length }]) => {
		const values = JSON.parse(blobs) as string[];
		// The index is what Analytics Engine samples by: rare articles are not drowned by common ones.
		return { blobs: values, doubles: [length], indexes: [values[1] || (values[0] ?? "")] };
	});
}

/** Sampled: counts by type, article and day in Analytics Engine. Neither words nor anything of the reader goes there. */
export function createSampledSink(dataset: AnalyticsEngineDataset): EventSink {
	return {
		take(events) {
			try {
				for (const point of pointsOf(events)) dataset.writeDataPoint(point);
			} catch (error) {
				logError("data_point_refused", {}, error);
			}
			return Promise.resolve();
		},
	};
}

/** Where events go: into D1, and as sampled counts into Analytics Engine where that is bound. */
export function createEventSink(env: Env, later: (work: Promise<unknown>) => void): EventSink {
	const ledger = createLedgerSink(env, later);
	if (!env.ANALYTICS) return ledger;
	const sampled = createSampledSink(env.ANALYTICS);
	return {
		async take(events, now, network) {
			await ledger.take(events, now, network);
			await sampled.take(events, now, network);
		},
	};
}
