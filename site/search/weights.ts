/** Every weight of the ranking, in one place. Chosen on the sample centre's search tests. */
export const weights = {
	/** How much a word counts by where it stands. */
	fields: { title: 3.2, keywords: 2.6, headings: 1.1, summary: 1.5, quickAnswer: 0.9 },
	/** Saturation and length normalisation of BM25F (Robertson and Zaragoza, 2009). */
	saturation: 1.2,
	lengthNorm: 0.5,
	/** A word found in the body by Pagefind, relative to one in a title. */
	body: 0.45,
	/** For the share of the title that the query covers, and for a customer phrase that stands in the query as a whole. */
	titleCovered: 1.6,
	phrase: 2.2,
	/** What a repaired, completed or replaced word is worth against one typed as it stands. */
	repaired: 0.85,
	completed: 0.7,
	synonym: 0.75,
	/** A stale article keeps this share of its score. */
	stale: 0.92,
	/** How far a match counts as understood, by where it was found: in the compact fields, or in body text only. */
	understood: { fields: 1, body: 0.62 },
	/** A result below this share of the best one's score is left out of an answer. */
	tail: 0.22,
	/** Coverage below which there is no answer. */
	threshold: 0.52,
} as const;
