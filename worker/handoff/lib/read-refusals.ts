import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import type { Outcome } from "../destination.ts";

type NotDelivered = Exclude<Outcome, { kind: "delivered" }>;

/**
 * A client for a desk whose refusals do not all mean what their status says.
 *
 * @param meaningOf what a refusal means there; null where its status says it
 */
export function readRefusals(client: DeskClient, meaningOf: (refusal: DeskRefusal) => NotDelivered | null): DeskClient {
	return {
		async call(request) {
			try {
				return await client.call(request);
			} catch (error) {
				const meaning = error instanceof DeskRefusal ? meaningOf(error) : null;
				if (!(error instanceof DeskRefusal) || meaning === null) throw error;
				throw new DeskRefusal(meaning, error.status, error.answer);
			}
		},
	};
}

/**
 * For a desk that says in a header of its own, not in `Retry-After`, when to come back after too many calls (429).
 *
 * @param waitOf epoch milliseconds from the answer's headers; NaN where they do not say
 */
export function readWait(waitOf: (headers: Headers) => number): (refusal: DeskRefusal) => NotDelivered | null {
	return ({ outcome, status, answer }) => {
		if (status !== 429 || !answer || outcome.kind !== "retry" || outcome.notBefore !== undefined) return null;
		const notBefore = waitOf(answer.headers);
		return Number.isNaN(notBefore) ? null : { ...outcome, notBefore };
	};
}
