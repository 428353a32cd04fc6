import type { mail as english } from "../en/mail.ts";
import type { Translated } from "../message.ts";

/** The mail that says that a message is here. */
export const mail: Translated<typeof english> = {
	subject: "Ihre Nachricht ist da ({reference})",
	received: "Ihre Nachricht ist bei uns angekommen. Ihr Zeichen ist {reference}.",
	promised: "Ein Mensch antwortet bis {moment}.",
	/** A link follows. */
	follow: "Hier sehen Sie, wie es steht, und können etwas ergänzen oder die Nachricht schließen:",
	/** A link follows. */
	same: "Sie haben uns am letzten Tag schon dasselbe geschrieben. Jene Nachricht ist hier; wenn es nichts Neues gibt, können Sie eine der beiden schließen:",
	/** A list follows. */
	articles: "Vielleicht helfen inzwischen diese Artikel:",
	notYou: "Wenn Sie uns nicht geschrieben haben, hat jemand aus Versehen Ihre Adresse angegeben. Sie brauchen nichts zu tun.",
};
