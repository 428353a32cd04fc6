import { slips } from "#site/search/slips.ts";

/** The known word that was probably meant, or nothing when none is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	const typed = word.toLowerCase();
	// A slip to a far key costs more than one.
	const limit = Math.max(1, Math.floor(typed.length / 3)) + 0.6;
	let best: { word: string; steps: number } | undefined;
	for (const candidate of known) {
		const steps = slips(typed, candidate.toLowerCase(), limit);
		if (steps <= limit && (!best || steps < best.steps)) best = { word: candidate, steps };
	}
	return best?.word;
}
