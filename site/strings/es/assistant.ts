import type { assistant as english } from "../en/assistant.ts";
import type { Translated } from "../message.ts";

/** What somebody is asked in the program of their assistant, before it writes to the team for them. */
export const assistant: Translated<typeof english> = {
	/** Above the message. */
	question: "¿Enviar este mensaje al equipo de soporte?",
	/** Of a box to tick. */
	send: "Sí, enviar este mensaje",
};
