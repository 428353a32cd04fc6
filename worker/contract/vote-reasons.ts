/** Reasons offered after Yes, and their words in the form. */
export const yesReasons = {
	solved: "It solved my problem",
	clear: "It was easy to follow",
	quick: "I found the answer quickly",
} as const;

/** Reasons offered after No, and their words in the form. */
export const noReasons = {
	"not-my-question": "It did not answer my question",
	"hard-to-follow": "The steps were hard to follow",
	"did-not-work": "I followed it and it did not work",
	outdated: "It looks out of date",
	"missing-detail": "Something is missing",
} as const;
