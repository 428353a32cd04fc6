/** The help above the contact form. */
export const contactHelp = {
	label: "Find an answer first",
	question: "What do you need help with?",
	example: "For example: {example}",
	find: "Find an answer",
	askNotLoaded: "The answer could not be loaded. Please try again.",
	toForm: "Go to the form",
	mayAnswer: "This may answer it",
	noneLeft: "Then please write to us below.",
	noArticle: "We have no article that answers this. Please write to us below.",
	noSuggestions: "No suggested answers",
	suggestions: { one: "{count} suggested answer", other: "{count} suggested answers" },
	readAll: "Read the whole article",
	/** What screen readers are told besides. */
	newTab: "{title} (opens in a new tab)",
	solved: "This solved it",
	notQuite: "Not quite",
	goodToHear: "Good to hear.",
	solvedText: "“{title}” solved it, so nothing was sent. If you find out that it did not, write to us below at any time.",
	back: "Back to the help centre",
	onIt: "We are on it: {title}",
	follow: "Follow it",
	add: "Add yours to it",
	added: "Added: your message goes with it",
	/** With a link: {form}. */
	howItShows: "Tell us in {form} how it shows itself at your place.",
	form: "the form",
	urgent: "This sounds urgent or personal: please talk to a person.",
	/** With a link: {hotline}. */
	hotline: "Hotline, day and night: {hotline}.",
	/** With a link: {status}. */
	known: "Known problems: {status}.",
	systemStatus: "system status",
	/** With a link: {form}. */
	orForm: "Or {form}.",
	useForm: "use the form below",
};
