import type { status as english } from "../en/status.ts";
import type { Translated } from "../message.ts";

/** The page that shows how a message stands. */
export const status: Translated<typeof english> = {
	/** Of the window. */
	title: "Mensaje {reference}",
	yourMessage: "Su mensaje",
	reference: "Referencia",
	subject: "Asunto",
	subjectGone: "(eliminado al acabar el plazo de conservación)",
	priority: "Prioridad",
	files: "Archivos",
	progress: "Progreso",
	received: "Recibido",
	withTeam: "En manos de nuestro equipo de soporte",
	answered: "Respondido",
	closed: "Cerrado",
	/** With a link: {email}. */
	keep: "Guarde la dirección de esta página: es la única forma de volver aquí. Si el problema empeora, escriba a {email} e indique la referencia.",

	isHere: "Hemos recibido su mensaje.",
	promised: "Una persona le responderá a más tardar el {moment}.",
	overdue: "Le prometimos una respuesta a más tardar el {moment}. Si no le ha llegado ninguna, escriba a {email}, por favor, e indique {reference}.",
	isDelayed: "Hemos recibido su mensaje, pero aún no ha llegado a nuestro equipo.",
	delayedText:
		"Lo que ha escrito está a salvo con nosotros. Algo por nuestra parte impide que llegue al equipo, y lo sentimos. No espere, por favor: escriba a {email} o llámenos, e indique {reference}.",
	/** A number follows. */
	hotline: "Línea directa en caso de interrupción, de día y de noche:",
	criticalOnly: "solo problemas críticos",
	isClosed: "Este mensaje está cerrado.",
	score: "Nos dio un {score} de 5. Gracias.",

	handing: "Lo estamos entregando. No tiene que hacer nada.",
	notYet: "Todavía no. Lamentamos el retraso.",
	theirNumber: "Su número allí: {reference}",
	working: "Nuestro equipo está trabajando en ello. Le escribiremos a su correo electrónico.",
	asked: "Nuestro equipo le ha hecho una pregunta: mire su correo electrónico, por favor.",
	willWrite: "Le escribiremos a su correo electrónico.",

	done: {
		note: "Su nota se ha añadido.",
		close: "Su mensaje está cerrado. Gracias por decírnoslo.",
		reopen: "Su mensaje está abierto de nuevo.",
		satisfaction: "Gracias por su respuesta.",
		"without-files":
			"Este mensaje ya estaba aquí, así que los archivos que acaba de elegir no se añadieron. Envíelos por correo electrónico, por favor, e indique la referencia.",
	},
	notStored: "Esto todavía no se ha guardado",
	notNow: "Su mensaje está abierto de nuevo, así que se lo preguntaremos más tarde. Sus palabras están abajo: si quiere, añádalas como nota.",

	added: "Lo que ha añadido",
	youAdded: "Usted añadió",
	youClosed: "Usted lo cerró",
	youReopened: "Usted lo abrió de nuevo",
	solvedBy: "Resuelto con el artículo «{article}».",
	/** With a link: {contact}. */
	textGone: "Sus palabras, archivos y notas se eliminaron al acabar el plazo de conservación. Si vuelve a ocurrir, {contact}, por favor.",
	isErased: "Este mensaje se ha borrado.",
	/** With the reference and a link: {contact}. */
	erasedText:
		"Nos lo pidieron: sus palabras, archivos y notas ya no están en este centro de ayuda. Solo queda la referencia {reference}, y aquí ya no le responderá nadie. Si todavía necesita ayuda, {contact}, por favor.",
	writeToUs: "escríbanos",

	meanwhile: "Mientras espera: ¿está aquí la respuesta?",
	solvedIt: "Esto lo resolvió, cerrar mi mensaje",
	add: "Añadir algo",
	note: "Su nota",
	noteHint: "Llega a las personas que tienen su mensaje.",
	addNote: "Añadir esta nota",
	found: "¿Encontró la respuesta?",
	foundClose: "Encontré la respuesta, cerrar mi mensaje",
	notSolved: "¿No quedó resuelto?",
	stillOpen: "¿Qué falta por resolver?",
	optional: "Opcional",
	reopen: "Abrirlo de nuevo",
	howHappy: "¿Qué le pareció la ayuda que recibió?",
	unhappy: "{score}, muy mala",
	happy: "{score}, muy buena",
	better: "¿Qué podríamos hacer mejor?",
	send: "Enviar",
};
