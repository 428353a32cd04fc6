/** What somebody is asked in the program of their assistant, before it writes to the team for them. */
export const assistant = {
	/** Above the message. */
	question: "Send this message to the support team?",
	/** Of a box to tick. */
	send: "Yes, send this message",
};
