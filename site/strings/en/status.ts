/** The page that shows how a message stands. */
export const status = {
	/** Of the window. */
	title: "Message {reference}",
	yourMessage: "Your message",
	reference: "Reference",
	subject: "Subject",
	subjectGone: "(removed after its retention time)",
	priority: "Priority",
	files: "Files",
	progress: "Progress",
	received: "Received",
	withTeam: "With our support team",
	answered: "Answered",
	closed: "Closed",
	/** With a link: {email}. */
	keep: "Keep this page's address: it is the only way back here. If it gets worse, write to {email} and quote the reference.",

	isHere: "We have your message.",
	promised: "A person will answer by {moment}.",
	overdue: "We promised you an answer by {moment}. If none has reached you, please write to {email} and quote {reference}.",
	isDelayed: "We have your message, but it has not reached our team yet.",
	delayedText:
		"Your words are safe with us. Something on our side keeps them from the team, and we are sorry. Please do not wait: write to {email} or call us, and quote {reference}.",
	/** A number follows. */
	hotline: "Hotline for an outage, day and night:",
	criticalOnly: "critical problems only",
	isClosed: "This message is closed.",
	score: "You gave us {score} of 5. Thank you.",

	handing: "We are handing it over. Nothing is needed from you.",
	notYet: "Not yet. We are sorry for the delay.",
	theirNumber: "Their number: {reference}",
	working: "Our team is working on it. We will write to your e-mail address.",
	asked: "Our team has asked you something: please look into your e-mail.",
	willWrite: "We will write to your e-mail address.",

	done: {
		note: "Your note was added.",
		close: "Your message is closed. Thank you for telling us.",
		reopen: "Your message is open again.",
		satisfaction: "Thank you for your answer.",
		"without-files": "This message was here already, so the files that you chose now were not added. Please send them by e-mail, and quote the reference.",
	},
	notStored: "This was not stored yet",
	notNow: "Your message is open again, so we ask this later. Your words are below: add them as a note, if you like.",

	added: "What you added",
	youAdded: "You added",
	youClosed: "You closed it",
	youReopened: "You opened it again",
	solvedBy: "Solved by the article “{article}”.",
	/** With a link: {contact}. */
	textGone: "Your words, files and notes were removed after their retention time. If it happens again, please {contact}.",
	isErased: "This message was erased.",
	/** With the reference and a link: {contact}. */
	erasedText:
		"We were asked to: your words, files and notes are gone from this help centre. Only the reference {reference} is left, and nobody will answer here. If you still need help, please {contact}.",
	writeToUs: "write to us",

	meanwhile: "While you wait: is the answer here?",
	solvedIt: "This solved it, close my message",
	add: "Add something",
	note: "Your note",
	noteHint: "It reaches the people who have your message.",
	addNote: "Add this note",
	found: "Found the answer?",
	foundClose: "I found the answer, close my message",
	notSolved: "Not solved after all?",
	stillOpen: "What is still open?",
	optional: "Optional",
	reopen: "Open it again",
	howHappy: "How happy are you with the help you got?",
	unhappy: "{score}, very unhappy",
	happy: "{score}, very happy",
	better: "What could we do better?",
	send: "Send",
};
