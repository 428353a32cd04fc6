/** How far ahead a line is looked for: further than any include or block that a step puts in. */
const reach = 2000;

/**
 * Tells for each line of a rewritten text which line of the text before it came from. Lines count from 1. A line that was
 * rewritten itself is found by counting the lines with words since the last one that was not.
 */
export function followLines(before: string, after: string): (line: number) => number {
	const withWords: number[] = [];
	const places = new Map<string, { lines: number[]; next: number }>();
	for (const [index, line] of before.split("\n").entries()) {
		const words = line.trim();
		if (words === "") continue;
		const known = places.get(words);
		if (known) known.lines.push(withWords.length);
		else places.set(words, { lines: [withWords.length], next: 0 });
		withWords.push(index + 1);
	}
	const origin: number[] = [];
	// Counted in lines with words.
	let last = -1;
	let since = 0;
	let gap = 0;
	for (const line of after.split("\n")) {
		const words = line.trim();
		const found = words === "" ? undefined : nextPlace(places.get(words), last);
		if (found !== undefined && found <= last + reach) {
			// What was put in before this line came from before it.
			for (let back = gap; back < origin.length; back += 1) origin[back] = Math.min(origin[back] ?? 0, Math.max(found - 1, 0));
			last = found;
			since = 0;
			gap = origin.length + 1;
		} else if (words !== "") since += 1;
		origin.push(Math.max(last + since, 0));
	}
	return (line) => withWords[Math.min(origin[line - 1] ?? last, withWords.length - 1)] ?? 1;
}

/** The first place after the last one. */
function nextPlace(known: { lines: number[]; next: number } | undefined, last: number): number | undefined {
	if (!known) return undefined;
	while ((known.lines[known.next] ?? Infinity) <= last) known.next += 1;
	return known.lines[known.next];
}
