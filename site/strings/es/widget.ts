import type { widget as english } from "../en/widget.ts";
import type { Translated } from "../message.ts";

/** The widget in the product: button, panel, explanations. */
export const widget: Translated<typeof english> = {
	/** On the button. */
	open: "Ayuda",
	/** Name of the panel. {centre} is the help centre's name. */
	panel: "Ayuda de {centre}",
	close: "Cerrar la ayuda",
	back: "Atrás",
	search: "Buscar ayuda",
	loading: "Cargando…",
	notLoaded: "No se pudo cargar la ayuda.",
	again: "Intentar de nuevo",
	openCentre: "Abrir el centro de ayuda",
	/** Above articles for the page of the product that is open. */
	forThisPage: "Para esta página",
	/** Above articles where nothing is known of the page. */
	start: "Conviene saber",
	results: { one: "{count} artículo", many: "{count} de artículos", other: "{count} artículos" },
	noAnswer: "Ningún artículo responde bien a esto. Los más cercanos:",
	nothing: "Ningún artículo responde todavía a esto. Una persona sí puede.",
	searchFailed: "No se pudo cargar la búsqueda. Puede intentarlo de nuevo o escribirnos.",
	openPage: "Abrir como página",
	otherLanguage: "Este artículo aún no está traducido.",
	picture: "Abrir la imagen",
	didYouMean: "¿Quiso decir {words}?",
	askPerson: "Contactar con soporte",
	/** Of an element's explanation. */
	explain: "Explicar: {what}",
	/** The same where the element has no words. */
	explainThis: "Explicar esto",
	readMore: "Leer más",
	closeTip: "Cerrar",
	urgency: "¿Qué urgencia tiene?",
	/** The form in the panel. */
	unreached: "No hemos podido recibirlo. Sus palabras se conservan aquí. Puede intentarlo de nuevo o usar otra vía.",
	notFromHere: "Desde esta página no se pueden enviar mensajes. Use el formulario de contacto del centro de ayuda.",
	formOnly: "Escríbanos desde el formulario de contacto del centro de ayuda: solo allí podemos comprobar que escribe una persona.",
	wholeForm: "Formulario de contacto con espacio para archivos",
	sent: "Hemos recibido su mensaje",
	reference: "Referencia: {reference}",
	promise: "Una persona responde antes de {moment}.",
	follow: "Seguir su mensaje",
	editedLate: "Su mensaje llegó antes de que lo cambiara. Puede añadir una nota en su página.",
	signedIn: "De su cuenta. Puede cambiarlo.",
	fieldWrong: "Corrija los campos marcados.",
};
