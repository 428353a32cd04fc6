/** The widget in the product: button, panel, explanations. */
export const widget = {
	/** On the button. */
	open: "Help",
	/** Name of the panel. {centre} is the help centre's name. */
	panel: "Help from {centre}",
	close: "Close help",
	back: "Back",
	search: "Search for help",
	loading: "Loading …",
	notLoaded: "Help could not be loaded.",
	again: "Try again",
	openCentre: "Open the help centre",
	/** Above articles for the page of the product that is open. */
	forThisPage: "For this page",
	/** Above articles where nothing is known of the page. */
	start: "Good to know",
	results: { one: "{count} article", other: "{count} articles" },
	noAnswer: "No article answers this well. These come nearest:",
	nothing: "No article answers this yet. A person can.",
	searchFailed: "Search could not be loaded. You can try again, or write to us.",
	openPage: "Open as a page",
	otherLanguage: "This article is not translated yet.",
	picture: "Open the picture",
	didYouMean: "Did you mean {words}?",
	askPerson: "Contact support",
	/** Of an element's explanation. */
	explain: "Explain: {what}",
	/** The same where the element has no words. */
	explainThis: "Explain this",
	readMore: "Read more",
	closeTip: "Close",
	urgency: "How urgent is it?",
	/** The form in the panel. */
	unreached: "We could not be reached. Your words are kept here. You can try again, or use another way.",
	notFromHere: "This page cannot send messages to us. Please use the contact form of the help centre.",
	/** Where Turnstile is asked. */
	formOnly: "Please write to us on the contact page of the help centre: only there can we check that a person writes.",
	wholeForm: "Contact form with room for files",
	sent: "Your message is with us",
	reference: "Reference: {reference}",
	promise: "A person answers by {moment}.",
	follow: "Follow your message",
	editedLate: "Your message had arrived before you changed it. You can add a note on its page.",
	signedIn: "From your account. You can change it.",
	fieldWrong: "Please mend the marked fields.",
};
