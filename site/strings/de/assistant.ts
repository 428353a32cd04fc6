import type { assistant as english } from "../en/assistant.ts";
import type { Translated } from "../message.ts";

/** What somebody is asked in the program of their assistant, before it writes to the team for them. */
export const assistant: Translated<typeof english> = {
	/** Above the message. */
	question: "Diese Nachricht an das Support-Team senden?",
	/** Of a box to tick. */
	send: "Ja, diese Nachricht senden",
};
