/**
 * The weights of ranking and of confidence, in one place. Chosen by measurement (docs/decisions/0013-search-ranking.md). What a slip of
 * the keyboard costs stands in `slips.ts` and `repair.ts`.
 */
export const weights = {
	/** How much a word counts by where it stands (BM25F, Robertson and Zaragoza, 2009). `asked`: searches that led readers here. */
	fields: { title: 3, keywords: 3, asked: 0.7, summary: 1.5, quickAnswer: 1.2, headings: 1.2, body: 0.8 },
	/** How much a field's length counts: 0 not at all, 1 in proportion. */
	lengthNorm: { title: 0.5, keywords: 0.5, asked: 0.75, summary: 0.5, quickAnswer: 0.5, headings: 0.5, body: 0.75 },
	/** Saturation: how fast a repeated word stops adding. */
	saturation: 2,
	/** A function word against one that carries the subject. */
	functional: 0.7,
	/** Two words next to each other, against one word; with learned searches there is more to tell by them. */
	pair: 0.25,
	pairLearned: 0.6,
	/** What a repaired, completed, joined or replaced word is worth against one typed as it stands. */
	repaired: 0.85,
	completed: 0.7,
	joined: 0.9,
	synonym: 0.75,
	/** For the share of the title that the query names, as a share of the best score a query could reach. */
	titleCovered: 0.03,
	/** For the question whether there is an answer (`confidence.ts`). */
	support: {
		/** Power to which what a word tells is raised, and factor for a word that the site does not know. */
		telling: 1.4,
		unknown: 1.6,
		/** How far a word that was repaired or taken apart is trusted to be what was meant. */
		repaired: 0.4,
		/** What function words must tell each, on average, to be a question by themselves. */
		leastTold: 1.6,
		/** What an unknown word among n ≤ 3 takes away, divided by n. Articles with this share of words of their own: wholly, and not at all. */
		unknownOfFew: 0.6,
		usualOwnWords: 0.05,
		manyOwnWords: 0.15,
		/** How sharply confidence turns at the threshold. */
		steepness: 3,
	},
	/** A word found in the full text only (Pagefind), against the same word in the compact index. */
	fullText: 0.35,
	/** A stale article keeps this share of its score; helpfulness moves it by at most this share up or down. */
	stale: 0.92,
	helpful: 0.06,
	/** A result below this share of the best one's score is left out of an answer. */
	tail: 0.3,
} as const;

/** How much of an article the compact index holds. What goes beyond is found by the full text. */
export const extent = {
	/** Words of a body whose pairs are kept: an article says first what it is about. */
	leadWords: 80,
	/** Stems of a body that are kept, the most telling ones. */
	bodyStems: 300,
	/** Articles kept for a stem or pair, those it tells most about. */
	postings: 500,
	/** Words against which spelling is repaired. */
	vocabulary: 12_000,
} as const;

export type FieldName = keyof typeof weights.fields;
export const fieldNames = Object.keys(weights.fields) as FieldName[];
