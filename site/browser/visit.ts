import type { TrailEntry } from "#contract/tickets.ts";
import { readStored, removeStored, store } from "./storage.ts";

/** One tab's visit: kept by the page, forgotten with the tab or after 30 minutes without a sign of life. No cookie. */
const idleMs = 30 * 60 * 1000;
const visitKey = "visit";
const tokensKey = "deflection-tokens";
const staffKey = "staff";
const tokenMs = 7 * 24 * 60 * 60 * 1000;
const trailLength = 40;

/** A search that was counted. */
export interface CountedSearch {
	id: string;
	/** Its words in lower case. */
	asked: string;
	filters: string;
	at: number;
	/** A result was used. */
	used?: true;
	/** The answer box was asked, and its word counts. With the id of the search for the same words, if there was one before. */
	box?: { overruled: string | null };
}

/** What is kept in the tab for the length of a visit, by key. */
interface Kept {
	/** What the reader did, oldest first; offered with a ticket, so that nobody explains twice. */
	trail: TrailEntry[];
	/** Searches that were counted, the last one last. */
	searches: CountedSearch[];
	/** Answers of the answer box that were shown, the last one last: with the search that the question counts as, and the first article. */
	answers: { id: string; search: string | null; article?: string }[];
}

/** Whether the reader has asked not to be followed (Global Privacy Control). */
export function privacyControl(): boolean {
	return (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
}

/** Whether this page is the manager's, or was opened from there: what they look at is no customer's visit. */
export function isManagersVisit(): boolean {
	const managers = /^\/manage(?:$|[/.])/;
	try {
		const from = new URL(document.referrer);
		return managers.test(location.pathname) || (from.origin === location.origin && managers.test(from.pathname));
	} catch {
		return managers.test(location.pathname);
	}
}

/** Whether who uses this browser runs the centre and said so on the manager's page: their reading is left out of the figures. */
export function isStaff(): boolean {
	return readStored("localStorage", staffKey, false);
}

/** Keeps whether this browser's reading is left out. */
export function setStaff(staff: boolean): void {
	if (staff) store("localStorage", staffKey, true);
	else removeStored("localStorage", staffKey);
}

/** A random text of 22 characters (128 bits and a little more). */
function randomId(): string {
	return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(17))))
		.replace(/[+/=]/g, "")
		.padEnd(22, "0")
		.slice(0, 22);
}

/** Id of this visit, or null under Global Privacy Control. A visit that was idle too long starts anew and remembers nothing. */
export function visitId(): string | null {
	const now = Date.now();
	const known = readStored<{ id: string | null; seen: number } | null>("sessionStorage", visitKey, null);
	const lives = known !== null && now - known.seen < idleMs;
	if (known && !lives) {
		store("sessionStorage", "trail" satisfies keyof Kept, []);
		store("sessionStorage", "searches" satisfies keyof Kept, []);
		store("sessionStorage", "answers" satisfies keyof Kept, []);
	}
	const id = privacyControl() ? null : (lives && known.id) || randomId();
	store("sessionStorage", visitKey, { id, seen: now });
	return id;
}

/** What this visit has kept. */
export function recall<Key extends keyof Kept>(key: Key): Kept[Key] {
	visitId();
	return readStored<Kept[Key]>("sessionStorage", key, []);
}

/** Keeps something for this visit. */
export function keep<Key extends keyof Kept>(key: Key, value: Kept[Key]): void {
	visitId();
	store("sessionStorage", key, value);
	if (key === "trail") for (const listener of trailListeners) listener();
}

const trailListeners = new Set<() => void>();

/** Calls back after each change of the trail by this page. */
export function onTrailChange(listener: () => void): void {
	trailListeners.add(listener);
}

/** Adds to the trail; the same thing twice in a row stands once. */
export function remember(item: TrailEntry): void {
	const items = recall("trail");
	if (JSON.stringify(items.at(-1)) === JSON.stringify(item)) return;
	keep("trail", [...items, item].slice(-trailLength));
}

/** Ids of the answers that this visit was shown, for a ticket that comes after them. */
export function answersOfVisit(): string[] {
	return recall("answers").map(({ id }) => id);
}

/**
 * Makes the token that tells, for seven days and in this browser only, whether "this solved it" held. There is none where it
 * cannot be kept: a deflection that nothing could refute is not confirmed.
 */
export function makeDeflectionToken(): string | undefined {
	if (privacyControl()) return undefined;
	const token = randomId();
	store("localStorage", tokensKey, [...liveTokens(), { token, at: Date.now() }]);
	return liveTokens().some((kept) => kept.token === token) ? token : undefined;
}

function liveTokens(): { token: string; at: number }[] {
	return readStored<{ token: string; at: number }[]>("localStorage", tokensKey, []).filter(({ at }) => Date.now() - at < tokenMs);
}

/** Tokens of the last seven days, for a ticket that shows they did not hold. */
export function deflectionTokens(): string[] {
	return liveTokens()
		.map(({ token }) => token)
		.slice(-20);
}

/** Forgets the tokens; a ticket has used them. */
export function forgetDeflectionTokens(): void {
	store("localStorage", tokensKey, []);
}
