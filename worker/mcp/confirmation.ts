import type { ParsedTicket } from "#contract/tickets.ts";
import type { Env } from "../env.ts";
import { hashOfWords } from "../lib/make-ticket.ts";
import { isSigned, sign } from "../lib/signing.ts";

type Signer = Pick<Env, "DB" | "FILE_SIGNING_KEY">;

/** So long a person may think about it. */
const heldMs = 60 * 60 * 1000;

/** A message without what the confirmation brings. */
export type Words = Omit<ParsedTicket, "key">;

/**
 * What goes to the client with the question and comes back with the answer: the idempotency key, when it ends, and a signature over both
 * and the words. So exactly what the person saw is sent, and asking again files nothing twice.
 */
export async function stateOf(env: Signer, key: string, words: Words, now: number): Promise<string> {
	const ends = (now + heldMs).toString(36);
	return `${key}.${ends}.${await sign(env, "confirm", `${key}\n${ends}\n${await hashOfWords({ ...words, key })}`)}`;
}

/** The key of a state that was made here for these words and has not ended; null for any other. */
export async function keyOfState(env: Signer, state: string | undefined, words: Words, now: number): Promise<string | null> {
	const [key = "", ends = "", signature = ""] = (state ?? "").split(".");
	if (signature === "" || !(Number.parseInt(ends, 36) > now)) return null;
	return (await isSigned(env, "confirm", `${key}\n${ends}\n${await hashOfWords({ ...words, key })}`, signature)) ? key : null;
}
