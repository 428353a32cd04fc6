import { DeskRefusal } from "../desk-client.ts";

/**
 * Does what is good to have (a state, a priority) and lets it be where the desk does not allow it: the words are there already.
 *
 * @returns null where the desk does not allow it
 * @throws DeskRefusal when it is worth another try
 */
export async function ifAllowed<Result>(work: () => Promise<Result>): Promise<Result | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof DeskRefusal && error.outcome.kind === "dead") return null;
		throw error;
	}
}
