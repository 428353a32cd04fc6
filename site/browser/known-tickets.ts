import { limits } from "#contract/limits.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { readStored, removeStored, store } from "./storage.ts";
import { privacyControl } from "./visit.ts";

/** Messages that this browser has sent, so that the same one is not sent twice. None under Global Privacy Control. */
const key = "known-tickets";
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** A message whose link this browser holds. */
export interface KnownTicket {
	/** Secret part of the status page's address. */
	token: string;
	reference: string;
	/** When it was sent, epoch milliseconds. */
	at: number;
}

/** Secret part of a status page's address. */
export function statusToken(statusUrl: string): string {
	return statusUrl.split("/").at(-1) ?? "";
}

/** The messages of the last 30 days, newest first. */
export function knownTickets(): KnownTicket[] {
	if (privacyControl()) {
		removeStored("localStorage", key);
		return [];
	}
	const known = readStored<unknown>("localStorage", key, []);
	if (!Array.isArray(known)) return [];
	return (known as KnownTicket[]).filter(({ token, at }) => typeof token === "string" && Date.now() - at < keptMs).slice(0, limits.knownTickets);
}

/** Keeps the link of a message that was sent. */
export function rememberTicket({ statusUrl, reference }: TicketAnswer): void {
	if (privacyControl()) return;
	const token = statusToken(statusUrl);
	const others = knownTickets().filter((known) => known.token !== token);
	store("localStorage", key, [{ token, reference, at: Date.now() }, ...others].slice(0, limits.knownTickets));
}

/** Forgets one link; the message itself stays. Returns what is left. */
export function forgetTicket(token: string): KnownTicket[] {
	const left = knownTickets().filter((known) => known.token !== token);
	store("localStorage", key, left);
	return left;
}
