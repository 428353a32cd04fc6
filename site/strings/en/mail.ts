/** The mail that says that a message is here. */
export const mail = {
	subject: "We have your message ({reference})",
	received: "We have your message. Its reference is {reference}.",
	promised: "A person will answer by {moment}.",
	/** A link follows. */
	follow: "How it stands, and a place to add to it or close it:",
	/** A link follows. */
	same: "You told us the same within the last day. That message is here; if nothing is new, you can close one of them:",
	/** A list follows. */
	articles: "These articles may help meanwhile:",
	notYou: "If you did not write to us, somebody gave your address by mistake. Nothing is needed from you.",
};
