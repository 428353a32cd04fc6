/** Number of single-letter changes (insert, delete, replace, swap of neighbours) between two words. */
export function distance(from: string, to: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) {
			const cost = from[row - 1] === to[column - 1] ? 0 : 1;
			let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
			if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
				best = Math.min(best, (beforeLast[column - 2] ?? best) + 1);
			}
			current.push(best);
		}
		beforeLast = last;
		last = current;
	}
	return last[to.length] ?? to.length;
}

/** The known word that was probably meant, or nothing when none is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	const typed = word.toLowerCase();
	let best: { word: string; steps: number } | undefined;
	for (const candidate of known) {
		const steps = distance(typed, candidate.toLowerCase());
		if (steps <= Math.max(1, Math.floor(typed.length / 3)) && (!best || steps < best.steps)) best = { word: candidate, steps };
	}
	return best?.word;
}
