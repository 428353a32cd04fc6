import type { assistant as english } from "../en/assistant.ts";
import type { Translated } from "../message.ts";

/** What somebody is asked in the program of their assistant, before it writes to the team for them. */
export const assistant: Translated<typeof english> = {
	/** Above the message. */
	question: "هل تريد إرسال هذه الرسالة إلى فريق الدعم؟",
	/** Of a box to tick. */
	send: "نعم، أرسل هذه الرسالة",
};
