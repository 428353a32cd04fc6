import type { mail as english } from "../en/mail.ts";
import type { Translated } from "../message.ts";

/** The mail that says that a message is here. */
export const mail: Translated<typeof english> = {
	subject: "Hemos recibido su mensaje ({reference})",
	received: "Hemos recibido su mensaje. Su referencia es {reference}.",
	promised: "Una persona le responderá a más tardar el {moment}.",
	/** A link follows. */
	follow: "Aquí puede ver cómo va, añadir algo o cerrarlo:",
	/** A link follows. */
	same: "En el último día ya nos escribió lo mismo. Ese mensaje está aquí; si no hay nada nuevo, puede cerrar uno de los dos:",
	/** A list follows. */
	articles: "Mientras tanto, quizás le ayuden estos artículos:",
	notYou: "Si no nos ha escrito usted, alguien dio su dirección por error. No tiene que hacer nada.",
};
