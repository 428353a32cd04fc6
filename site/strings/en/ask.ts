/** The box that answers questions. */
export const ask = {
	label: "Your question",
	placeholder: "Ask as you would ask a colleague",
	ask: "Ask",
	note: "The answer comes from our articles. Please leave out names and passwords.",
	missing: "Please write your question first.",
	looking: "Looking in our articles …",
	answer: "Answer",
	/** Above the articles of an answer. */
	from: "From",
	/** The same, where a language model has put it into words. */
	written: "Written by a language model, from",
	/** For who hears the number alone. */
	source: "Source {number}: {title}",
	/** After a link, for screen readers. */
	newTab: "(opens in a new tab)",
	helped: "Did this help?",
	yes: "Yes",
	no: "No",
	thanks: "Good to hear. Thank you for telling us.",
	sorry: "Sorry about that. Then talk to a person.",
	person: "Talk to a person",
	write: "Write to us",
	/** With a link: {hotline}. */
	hotline: "Hotline, day and night: {hotline}.",
	unsure: "None of our articles answers this for certain.",
	/** Above what fits best, where nothing answers for certain. */
	guess: "This may help",
	/** Above articles that share a word with the question. */
	nearest: "These come nearest",
	urgent: "This sounds urgent or personal: please talk to a person.",
	tier: "Your question goes straight to a person.",
	guide: "Find the cause step by step",
	noGuide: "The questions could not be loaded. The article has them, too.",
	inArticle: "Read this in the article",
	failed: "We could not look right now. Your question is still here.",
	again: "Try again",
	search: "Search the articles",
};
