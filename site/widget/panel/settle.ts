import { limits } from "#contract/limits.ts";
import type { Session } from "./session.ts";

/** A search is settled after this long without typing, or on Enter or a click. In milliseconds. */
export const settleMs = 1500;
const extendMs = 30_000;

interface Counted {
	id: string;
	/** A result was used, or the answer box was asked: its word is the last one. */
	final: boolean;
}

/** Notes searches as the centre's own pages do: once each, and a longer one, or the answer box, in the place of the one before. */
export interface Settler {
	/** Returns the search's id; null for what is too short. @param query words without personal data */
	settle: (query: string, answer: { answered: boolean; results: readonly unknown[] }, source?: "widget" | "ask") => string | null;
	/** Notes that a result was used. @param search the search's id; null where it is not counted @param position from 1 */
	click: (search: string | null, article: string, position: number, how: "opened" | "answered") => void;
}

export function createSettler({ record, remember, forget, trail }: Pick<Session, "record" | "remember" | "forget" | "trail">, now = Date.now): Settler {
	const known = new Map<string, Counted>();
	let last: { id: string; asked: string; at: number } | undefined;
	return {
		settle(words, { answered, results: found }, source = "widget") {
			const query = words.slice(0, limits.query);
			const asked = query.toLowerCase();
			if (query.length < 2) return null;
			const earlier = known.get(asked);
			const overruled = earlier && source === "ask" && !earlier.final ? { ...earlier, asked } : undefined;
			if (earlier && !overruled) return earlier.id;
			const extended = last && now() - last.at < extendMs && asked.startsWith(last.asked) ? last : undefined;
			const replaced = overruled ?? extended;
			const results = answered ? Math.min(found.length, 1000) : 0;
			const id = record({ type: "search_settled", query, results, source, ...(replaced && { replaces: replaced.id }) });
			const before = trail().at(-1);
			if (replaced && before?.kind === "search" && before.query.toLowerCase() === replaced.asked) forget(before);
			// A question stands in the trail with its answer.
			if (source !== "ask") remember({ kind: "search", query, results });
			if (replaced) known.delete(replaced.asked);
			known.set(asked, { id, final: source === "ask" });
			last = { id, asked, at: now() };
			return id;
		},
		click(search, article, position, how) {
			if (search === null) return;
			for (const one of known.values()) if (one.id === search) one.final = true;
			record({ type: "search_clicked", search, article, position, how });
		},
	};
}
