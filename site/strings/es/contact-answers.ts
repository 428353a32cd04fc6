import type { contactAnswers as english } from "../en/contact-answers.ts";
import type { Translated } from "../message.ts";

/** What the Worker puts into the contact page: hours of the desk, and what to mend in a form that was sent without JavaScript. */
export const contactAnswers: Translated<typeof english> = {
	/** {time} is the clock's, {zone} a time zone. */
	open: "Ahora estamos atendiendo, hasta las {time} ({zone}).",
	closed: "Ahora no estamos atendiendo; volvemos el {moment}. Puede escribirnos cuando quiera.",
	dayAndNight: "Los problemas críticos se atienden de día y de noche.",
	/** With a link: {article}. */
	from: "Estaba leyendo {article}.",
	notSent: "Su mensaje todavía no se ha enviado",
	sendAgain: "Envíe el formulario una vez más, por favor, si quiere mandar este mensaje.",
	filesGone: "Sus archivos no se conservan: elíjalos de nuevo, por favor.",
	fileGone: "Un archivo ya no está aquí: elíjalo de nuevo, por favor.",
	fileRefused: "«{name}» no se añadió: {reason}",
	filesLeft: {
		one: "{count} archivo más no se añadió: un mensaje admite cinco archivos.",
		many: "{count} de archivos más no se añadieron: un mensaje admite cinco archivos.",
		other: "{count} archivos más no se añadieron: un mensaje admite cinco archivos.",
	},
	needsScript: "Para que no escriban programas, este formulario necesita JavaScript. Sin JavaScript, use el correo electrónico o el teléfono, por favor.",
};
