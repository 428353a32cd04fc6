import { recordEvent } from "#site/api-client.ts";
import { contactVisit } from "#site/browser/contact-visit.ts";
import { clickResult } from "#site/browser/settle-search.ts";
import { makeDeflectionToken, remember } from "#site/browser/visit.ts";
import type { SearchDocument } from "#site/search/types.ts";

const seen = new Set<string>();

/** Notes which suggestions somebody had in front of them, each once. */
export function recordShown(documents: readonly SearchDocument[]): void {
	for (const { id } of documents) {
		if (seen.has(id)) continue;
		seen.add(id);
		recordEvent({ type: "suggestion_shown", contact: contactVisit().id, article: id });
	}
}

/** A use of a suggestion: the search that it came from, if that counts, and its place in the list from 1. */
interface Use {
	search: string | null;
	position: number;
}

/** The quick answer was opened in place, or the whole article (`how: "opened"`). */
export function recordOpened({ id, title }: SearchDocument, { search, position }: Use, how: "opened" | "answered"): void {
	clickResult(search, id, position, how);
	recordEvent({ type: "suggestion_opened", contact: contactVisit().id, article: id });
	// It opens in another tab, which has a trail of its own.
	if (how === "opened") remember({ kind: "article", article: id, title });
}

/** It did not help. */
export function recordRejected({ id, title }: SearchDocument): void {
	remember({ kind: "rejected", article: id, title });
	recordEvent({ type: "suggestion_rejected", contact: contactVisit().id, article: id });
}

/** It solved the matter; nothing else is expected of this visit. */
export function recordSolved({ id }: SearchDocument, { search, position }: Use): void {
	clickResult(search, id, position, "answered");
	const token = makeDeflectionToken();
	recordEvent({ type: "suggestion_solved", contact: contactVisit().id, article: id, ...(token && { token }) });
	contactVisit().settled = true;
}
