import { readStored, removeStored, store } from "./storage.ts";
import { isManagersVisit, privacyControl } from "./visit.ts";

/** The last searches of this browser. They never leave it, and there are none under Global Privacy Control. */
const key = "recent-searches";
const kept = 5;

/** The last searches, newest first. */
export function recentSearches(): string[] {
	if (privacyControl()) {
		removeStored("localStorage", key);
		return [];
	}
	const known = readStored<unknown>("localStorage", key, []);
	return Array.isArray(known) ? known.filter((words): words is string => typeof words === "string").slice(0, kept) : [];
}

/**
 * Keeps a settled search whose personal data was removed before. Equal words stand once, whatever their case; `replaced` are
 * words that these only extend.
 */
export function rememberSearch(words: string, replaced?: string): void {
	if (privacyControl() || isManagersVisit()) return;
	const gone = [words, replaced].map((text) => text?.toLowerCase());
	const others = recentSearches().filter((known) => !gone.includes(known.toLowerCase()));
	store("localStorage", key, [words, ...others].slice(0, kept));
}

/** Forgets one search; returns what is left. */
export function forgetSearch(words: string): string[] {
	const left = recentSearches().filter((known) => known !== words);
	if (left.length === 0) return forgetSearches();
	store("localStorage", key, left);
	return left;
}

/** Forgets them all; returns what is left: nothing. */
export function forgetSearches(): string[] {
	removeStored("localStorage", key);
	return [];
}
