import { DeskRefusal } from "../desk-client.ts";

/**
 * Does what makes a ticket at a desk whose lookup lags behind. What got no answer may be done all the same: the next attempt comes
 * when the lookup can tell.
 *
 * @param settledAt epoch milliseconds
 */
export async function whenSettled<Answer>(work: () => Promise<Answer>, settledAt: number): Promise<Answer> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof DeskRefusal) || error.outcome.kind !== "retry" || error.outcome.notBefore !== undefined) throw error;
		throw new DeskRefusal({ ...error.outcome, notBefore: settledAt }, error.status, error.answer);
	}
}
