import type { search as english } from "../en/search.ts";
import type { Translated } from "../message.ts";

/** Search box and search page. */
export const search: Translated<typeof english> = {
	title: "Búsqueda",
	label: "Buscar en el centro de ayuda",
	placeholder: "Buscar",
	inOwnWords: "Describa su problema con sus propias palabras",
	submit: "Buscar",
	slashKey: "La tecla {key} lleva al campo de búsqueda en todas las páginas",
	searching: "Buscando…",
	notLoaded: "No se pudo cargar la búsqueda.",
	/** After `notLoaded`, on the search page. With links: {topics} and {contact}. */
	notLoadedPage: "Se intentará de nuevo cuando siga escribiendo. También puede {topics} o {contact}.",
	browseBelow: "ver los temas de abajo",
	contactSupport: "escribir a soporte",
	/** The same as a link of its own. */
	contactSupportLink: "Escribir a soporte",
	/** After `notLoaded`, in the list of the box. */
	notLoadedBox: "Se intentará de nuevo cuando siga escribiendo. O mire aquí:",
	notLoadedSaid: "No se pudo cargar la búsqueda. A continuación hay temas para explorar.",
	results: { one: "{count} resultado para «{words}»", many: "{count} de resultados para «{words}»", other: "{count} resultados para «{words}»" },
	noGood: "No hay una buena respuesta para «{words}»",
	noGoodFiltered: "Con estos filtros no hay respuesta para «{words}»",
	showMore: "Mostrar más resultados",
	mayBeStale: "Puede estar desactualizado",
	quickAnswer: "Respuesta rápida",
	showing: "Resultados para",
	/** Heading; the words follow. */
	didYouMean: "Quizás quiso decir",
	/** The same as a question. With a button: {words}. */
	didYouMeanWords: "¿Quiso decir {words}?",
	/** Whole question, for screen readers. */
	didYouMeanSaid: "No se encontró una buena respuesta. ¿Quiso decir {words}?",
	noGoodSaid: "No se encontró una buena respuesta",
	filters: "Filtros",
	topic: "Tema",
	allTopics: "Todos los temas",
	kind: "Tipo",
	allKinds: "Todos los tipos",
	resetFilters: "Borrar filtros",
	answersOutside: "Hay respuestas fuera de sus filtros.",
	nearestOutside: "Sus filtros pueden dejar fuera lo más parecido.",
	withoutFilters: "Buscar sin filtros",
	kinds: {
		"getting-started": "Primeros pasos",
		"how-to": "Instrucciones",
		troubleshooting: "Solución de problemas",
		reference: "Referencia",
		faq: "Preguntas frecuentes",
		"release-notes": "Novedades",
		"best-practices": "Buenas prácticas",
	},
	suggestions: "Sugerencias",
	suggestionCount: { one: "{count} sugerencia", many: "{count} de sugerencias", other: "{count} sugerencias" },
	more: "Más",
	allResults: "Todos los resultados",
	otherWays: "Temas parecidos y otras opciones",
	recent: "Búsquedas recientes",
	popular: "Búsquedas frecuentes",
	recentCount: { one: "{count} búsqueda reciente", many: "{count} de búsquedas recientes", other: "{count} búsquedas recientes" },
	popularCount: { one: "{count} búsqueda frecuente", many: "{count} de búsquedas frecuentes", other: "{count} búsquedas frecuentes" },
	/** `recentCount`, before `popularCount` in one sentence. */
	recentBeside: { one: "{count} búsqueda reciente", many: "{count} de búsquedas recientes", other: "{count} búsquedas recientes" },
	/** Both counts in one sentence: `recentBeside` and `popularCount`. */
	bothCounts: "{recent} y {popular}",
	deleteRemoves: "La tecla Supr quita una búsqueda reciente",
	clear: "Borrar",
	clearRecent: "Borrar las búsquedas recientes",
	remove: "Quitar",
	removeWords: "Quitar «{words}»",
	keptHere: "Se guarda solo en este dispositivo.",
	noAnswer: "Todavía no tenemos una buena respuesta para esto.",
	noAnswerShort: "Todavía no tenemos una buena respuesta para esto",
	/** Of a page without JavaScript. */
	noAnswerTo: "Todavía no tenemos una buena respuesta para «{words}».",
	/** Of a page without JavaScript; a link to a person follows. */
	notAnswering: "La búsqueda no responde en este momento. Inténtelo de nuevo en un minuto, por favor, o mire los temas de abajo.",
	noAnswerText: "Anotamos su búsqueda, sin su nombre, para poder escribir el artículo que falta.",
	askPerson: "Preguntar a una persona",
	/** Above articles that an address may mean. */
	perhaps: "Quizás busca",
	nearest: "Temas parecidos",
	nearestText: "Tienen una palabra en común con su búsqueda, pero puede que no la respondan.",
	/** In another language than the articles' first one. */
	inOriginal: "Buscar en los artículos en {language}",
	tellUs: "Díganos qué buscaba",
	tellUsNote: "No incluya nombres ni contraseñas, por favor. Aquí nadie puede responderle.",
	tellUsMissing: "Primero escriba unas palabras, por favor.",
	tellUsThanks: "Gracias. Lo leerán las personas que escriben los artículos. Si necesita una respuesta ahora, pregunte a una persona, por favor.",
	send: "Enviar",
	/** Answers the words of the search as a question. */
	answerThis: "Responder a esto",
	/** Opens the answer box below the results. */
	askInstead: "Hacer una pregunta",
	askNotLoaded: "No se ha podido cargar la respuesta. Inténtelo de nuevo, por favor.",
};
