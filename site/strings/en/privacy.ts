/** The page of privacy. */
export const privacy = {
	title: "Privacy",
	description: "What this help centre remembers, for how long, and what it never does.",
	heading: "Privacy of this help centre",
	lead: "{name} works without cookies and asks nothing of any other company before you click. This is what it remembers.",
	table: "What is kept",
	what: "What",
	why: "Why",
	howLong: "How long",
	days: { one: "{count} day", other: "{count} days" },
	visits: "Pages opened, searches, questions, suggestions and answers used, what you tell us you were looking for",
	visitsWhy:
		"To find out which articles are missing or unclear. E-mail addresses, phone and card numbers and passwords are taken out of searches and questions in your browser and once more when they arrive.",
	visitsKept: "{days}. Daily counts without any text stay; words that several people searched with on one day may stay with the article that helped them",
	votes: "“Was this helpful?” and comments",
	votesWhy: "To make articles better.",
	messages: "Messages to support",
	messagesWhy: "To answer you.",
	messagesKept: "{days} after they were handed over, then the text is removed here; our support team keeps its own copy",
	who: "Who you are",
	whoText:
		"Your network address and browser are never stored. They are turned into a number with a secret that changes every day and is then destroyed, so that one person counts once a day and cannot be recognised the next day. A message to support has your name on it; no number leads from it to what you searched and read. Of the message your visit keeps only its topic.",
	browser: "In your browser",
	/** With a link: {contact}. */
	browserText:
		"A random number names the visit of one tab. With it the tab keeps what you did on this visit (articles you read, searches, questions with the article that answered them, votes, suggestions that did not help) and your last searches, so that each search counts once. All of it is forgotten when you close the tab or leave it alone for 30 minutes. We see the list only if you send it along with a message; the contact form shows it to you first, and you can take out each part. Your unsent message is kept in your browser until you send or discard it, for 30 days at most. The links to the messages you sent are kept there for 30 days, so that you find them again and do not send the same twice; remove them on the {contact}. Kept, too, are the last five searches of this browser, with personal data taken out, to offer them again; remove them in any empty search box. After “This solved it”, or Yes to an answer, a random token stays in your browser for 7 days, so that we can tell whether it really did.",
	contactPage: "contact page",
	notCounted: "If you do not want to be counted",
	/** With a link: {control}. */
	notCountedText:
		"Switch on {control} in your browser. Then what you read and search is counted without a visit number, a visitor number or a token, and your browser keeps no recent searches and no links to your messages. Only a vote and a message still carry the number of the day, so that each counts once and nobody can flood us. Everything works as before.",
	/** With a link: {contact}. */
	removal: "To have a message removed, {contact} and quote its reference.",
	writeToUs: "write to us",
};
