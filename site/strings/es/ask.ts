import type { ask as english } from "../en/ask.ts";
import type { Translated } from "../message.ts";

/** The box that answers questions. */
export const ask: Translated<typeof english> = {
	label: "Su pregunta",
	placeholder: "Pregunte como a un compañero",
	ask: "Preguntar",
	note: "La respuesta sale de nuestros artículos. No incluya nombres ni contraseñas, por favor.",
	missing: "Escriba primero su pregunta, por favor.",
	looking: "Buscando en nuestros artículos …",
	answer: "Respuesta",
	/** Above the articles of an answer. */
	from: "De",
	/** The same, where a language model has put it into words. */
	written: "Escrito por un modelo de lenguaje a partir de",
	/** For who hears the number alone. */
	source: "Fuente {number}: {title}",
	/** After a link, for screen readers. */
	newTab: "(se abre en otra pestaña)",
	helped: "¿Le ha servido?",
	yes: "Sí",
	no: "No",
	thanks: "Nos alegra. Gracias por decírnoslo.",
	sorry: "Lo sentimos. Entonces hable con una persona.",
	person: "Hablar con una persona",
	write: "Escríbanos",
	/** With a link: {hotline}. */
	hotline: "Línea de emergencia, de día y de noche: {hotline}.",
	unsure: "Ninguno de nuestros artículos lo responde con seguridad.",
	guess: "Quizá le ayude esto",
	/** Above articles that share a word with the question. */
	nearest: "Lo más cercano",
	urgent: "Parece urgente o personal: hable con una persona, por favor.",
	tier: "Su pregunta va directamente a una persona.",
	guide: "Encontrar la causa paso a paso",
	noGuide: "No se han podido cargar las preguntas. También están en el artículo.",
	inArticle: "Leerlo en el artículo",
	failed: "Ahora mismo no hemos podido buscar. Su pregunta sigue aquí.",
	again: "Intentar de nuevo",
	search: "Buscar en los artículos",
};
