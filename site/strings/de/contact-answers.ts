import type { contactAnswers as english } from "../en/contact-answers.ts";
import type { Translated } from "../message.ts";

/** What the Worker puts into the contact page: hours of the desk, and what to mend in a form that was sent without JavaScript. */
export const contactAnswers: Translated<typeof english> = {
	/** {time} is the clock's, {zone} a time zone. */
	open: "Unser Support ist jetzt besetzt, bis {time} Uhr ({zone}).",
	closed: "Unser Support ist jetzt nicht besetzt und öffnet wieder am {moment}. Schreiben können Sie jederzeit.",
	dayAndNight: "Kritische Probleme beantworten wir Tag und Nacht.",
	/** With a link: {article}. */
	from: "Sie haben zuletzt {article} gelesen.",
	notSent: "Ihre Nachricht ist noch nicht gesendet",
	sendAgain: "Bitte senden Sie das Formular noch einmal ab, wenn Sie diese Nachricht schicken möchten.",
	filesGone: "Ihre Dateien wurden nicht behalten: Bitte wählen Sie sie noch einmal aus.",
	fileGone: "Eine Datei ist nicht mehr da: Bitte wählen Sie sie noch einmal aus.",
	fileRefused: "„{name}“ wurde nicht hinzugefügt: {reason}",
	filesLeft: {
		one: "{count} weitere Datei wurde nicht hinzugefügt: Zu einer Nachricht gehören höchstens fünf Dateien.",
		other: "{count} weitere Dateien wurden nicht hinzugefügt: Zu einer Nachricht gehören höchstens fünf Dateien.",
	},
	needsScript: "Damit keine Programme schreiben, braucht dieses Formular JavaScript. Ohne JavaScript erreichen Sie uns per E-Mail oder Telefon.",
};
