/** Rows of a keyboard, each key above the one it stands over. */
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

function neighboursOf(): Map<string, Set<string>> {
	const near = new Map<string, Set<string>>();
	rows.forEach((row, line) => {
		Array.from(row).forEach((key, place) => {
			const around = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((aside) => rows[line + up]?.[place + aside]));
			near.set(key, new Set(around.filter((other) => other !== undefined)));
		});
	});
	return near;
}

const neighbours = neighboursOf();
const vowels = new Set("aeiouy");
/** Letters that sound alike and are taken for each other. */
const alike = ["ck", "cs", "sz", "fv", "gj", "qk", "mn", "dt", "bp"];

/** From so many letters on, sounds are mistaken; in a shorter word another sound makes another word (`mess`, `mass`). */
const soundsFrom = 6;

/**
 * What it costs to have typed one letter for another: slips to a neighbouring key are likely, in longer words mistaken sounds too, others
 * are not.
 */
function swapCost(a: string, b: string, letters: number): number {
	const sounds = (vowels.has(a) && vowels.has(b)) || alike.some((pair) => pair.includes(a) && pair.includes(b));
	if (sounds && letters < soundsFrom && vowels.has(a)) return 1.6;
	return sounds && letters >= soundsFrom ? 1 : neighbours.get(a)?.has(b) ? 1 : 1.6;
}

/**
 * How unlikely it is that somebody who meant `b` typed `a`: about 1 for each slip (optimal string alignment with costs after Kernighan,
 * Church and Gale, 1990). Two neighbouring letters in the wrong order are one slip, a doubled letter is less than one.
 *
 * @returns at most `limit`, or Infinity
 */
export function slips(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return Infinity;
	const letters = Math.max(a.length, b.length);
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		const typed = a[i - 1] ?? "";
		for (let j = 1; j <= b.length; j++) {
			const meant = b[j - 1] ?? "";
			const added = (last[j] ?? 0) + (typed === a[i - 2] ? 0.8 : 1);
			const lost = (row[j - 1] ?? 0) + (meant === b[j - 2] ? 0.8 : 1);
			let best = Math.min(added, lost, (last[j - 1] ?? 0) + (typed === meant ? 0 : swapCost(typed, meant, letters)));
			if (i > 1 && j > 1 && typed === b[j - 2] && a[i - 2] === meant) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 0.9);
			row.push(best);
		}
		if (Math.min(...row) > limit) return Infinity;
		[beforeLast, last] = [last, row];
	}
	const cost = last[b.length] ?? Infinity;
	return cost <= limit ? cost : Infinity;
}
