/** The vote below an article. */
export const feedback = {
	question: "Was this article helpful?",
	yes: "Yes",
	no: "No",
	whatHelped: "Good to hear. What helped?",
	whatWrong: "Sorry about that. What went wrong?",
	comment: "Anything else? (optional)",
	send: "Send",
	counted: "Thank you. Your vote was counted. You can change it today.",
	thanks: "Thank you, that helps.",
	unreachable: "We could not be reached, so your vote was not counted. Please try again later.",
	/** Title of the page without JavaScript. */
	thanksTitle: "Thank you",
	back: "Back to the article",
	reasons: {
		solved: "It solved my problem",
		clear: "It was easy to follow",
		quick: "I found the answer quickly",
		"not-my-question": "It did not answer my question",
		"hard-to-follow": "The steps were hard to follow",
		"did-not-work": "I followed it and it did not work",
		outdated: "It looks out of date",
		"missing-detail": "Something is missing",
	},
};
