/** Words that say nothing about the subject of a title. */
const empty = new Set(
	"a an and are at be by can could do does for from how i if in into is it may me my of on or our should that the there this to us use we what when where which who why will with would you your".split(
		" ",
	),
);

/** A title without capitals and punctuation. */
export function plainTitle(title: string): string {
	return title
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** The words that tell titles apart, without their plural s. */
export function significantWords(title: string): Set<string> {
	return new Set(
		plainTitle(title)
			.split(" ")
			.filter((word) => word !== "" && !empty.has(word))
			.map((word) => (word.length > 3 ? word.replace(/s$/, "") : word)),
	);
}

/** Share of the significant words of two titles that both have (Jaccard). */
export function similarity(one: string, other: string): number {
	const left = significantWords(one);
	const right = significantWords(other);
	const all = new Set([...left, ...right]);
	const shared = [...left].filter((word) => right.has(word));
	return all.size === 0 ? 0 : shared.length / all.size;
}
