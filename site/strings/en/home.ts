/** The home page. */
export const home = {
	example: "For example:",
	browse: "Browse by topic",
	mostRead: "Most read",
	startHere: "Start here",
	oftenNeeded: "Often needed",
	person: "Rather talk to a person?",
	personText: "Write to us at any time. You are told when we will answer: a day and an hour, not “soon”.",
	whatIsNew: "What is new: {title}",
};
