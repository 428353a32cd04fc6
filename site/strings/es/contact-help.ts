import type { contactHelp as english } from "../en/contact-help.ts";
import type { Translated } from "../message.ts";

/** The help above the contact form. */
export const contactHelp: Translated<typeof english> = {
	label: "Buscar primero una respuesta",
	question: "¿En qué necesita ayuda?",
	example: "Por ejemplo: {example}",
	find: "Buscar una respuesta",
	askNotLoaded: "No se ha podido cargar la respuesta. Inténtelo de nuevo, por favor.",
	toForm: "Ir al formulario",
	mayAnswer: "Esto puede ayudarle",
	noneLeft: "Entonces escríbanos abajo, por favor.",
	noArticle: "No tenemos ningún artículo que lo responda. Escríbanos abajo, por favor.",
	noSuggestions: "No hay respuestas sugeridas",
	suggestions: { one: "{count} respuesta sugerida", many: "{count} de respuestas sugeridas", other: "{count} respuestas sugeridas" },
	readAll: "Leer el artículo completo",
	/** What screen readers are told besides. */
	newTab: "{title} (se abre en otra pestaña)",
	solved: "Esto lo resolvió",
	notQuite: "No del todo",
	goodToHear: "Nos alegra.",
	solvedText: "«{title}» lo resolvió, así que no se ha enviado nada. Si descubre que no fue así, escríbanos abajo cuando quiera.",
	back: "Volver al centro de ayuda",
	onIt: "Estamos en ello: {title}",
	follow: "Ver cómo avanza",
	add: "Añadir el suyo",
	added: "Añadido: su mensaje va con este problema",
	/** With a link: {form}. */
	howItShows: "Díganos en {form} cómo se manifiesta en su caso.",
	form: "el formulario",
	urgent: "Parece urgente o personal: hable con una persona, por favor.",
	/** With a link: {hotline}. */
	hotline: "Línea de emergencia, de día y de noche: {hotline}.",
	/** With a link: {status}. */
	known: "Problemas conocidos: {status}.",
	systemStatus: "estado del sistema",
	/** With a link: {form}. */
	orForm: "O {form}.",
	useForm: "use el formulario de abajo",
};
