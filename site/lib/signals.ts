import { heldSignals } from "#site/search/held-signals.ts";
import { words } from "#site/search/normalise.ts";

/** A category of the form, as its guess needs it. */
export interface Guessable {
	id: string;
	signals: readonly string[];
}

/**
 * The ticket category that a text points to, and the words that do; null where none does. The category with the most signals wins,
 * then the one with the longest: `reset link` says more than `link`.
 */
export function guessCategory(text: string, categories: readonly Guessable[]): { id: string; because: string[] } | null {
	const found = categories
		.map(({ id, signals }) => ({ id, because: heldSignals(text, signals) }))
		.filter(({ because }) => because.length > 0)
		.sort((a, b) => b.because.length - a.because.length || b.because.join("").length - a.because.join("").length);
	return found[0] ?? null;
}

/** Words so short tell nothing of a title. */
const telling = 4;

/** Whether a text speaks of an incident: it holds one of its signals, or two telling words of its title. */
export function speaksOf(text: string, { title, signals }: { title: string; signals: readonly string[] }): boolean {
	if (heldSignals(text, signals).length > 0) return true;
	const own = [...new Set(words(title).filter((word) => word.length >= telling))];
	return heldSignals(text, own).length >= Math.min(2, own.length || 2);
}
