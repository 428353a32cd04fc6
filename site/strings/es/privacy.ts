import type { privacy as english } from "../en/privacy.ts";
import type { Translated } from "../message.ts";

/** The page of privacy. */
export const privacy: Translated<typeof english> = {
	title: "Privacidad",
	description: "Qué recuerda este centro de ayuda, durante cuánto tiempo y qué no hace nunca.",
	heading: "Privacidad de este centro de ayuda",
	lead: "{name} funciona sin cookies y no pide nada a ninguna otra empresa antes de que usted haga clic. Esto es lo que recuerda.",
	table: "Qué se guarda",
	what: "Qué",
	why: "Para qué",
	howLong: "Cuánto tiempo",
	days: { one: "{count} día", many: "{count} de días", other: "{count} días" },
	visits: "Páginas abiertas, búsquedas, preguntas, sugerencias y respuestas usadas y lo que usted nos dice que buscaba",
	visitsWhy:
		"Para saber qué artículos faltan o no están claros. Las direcciones de correo, los números de teléfono y de tarjeta y las contraseñas se quitan de las búsquedas y preguntas en su navegador y otra vez cuando llegan.",
	visitsKept:
		"{days}. Se conservan recuentos diarios sin ningún texto; las palabras que varias personas buscaron un mismo día pueden quedar junto al artículo que les ayudó",
	votes: "«¿Le ha ayudado este artículo?» y comentarios",
	votesWhy: "Para mejorar los artículos.",
	messages: "Mensajes a soporte",
	messagesWhy: "Para responderle.",
	messagesKept: "{days} desde que se entregaron; después el texto se borra aquí y nuestro equipo de soporte conserva su propia copia",
	who: "Quién es usted",
	whoText:
		"Su dirección de red y su navegador no se guardan nunca. Se convierten en un número con un secreto que cambia cada día y después se destruye, de modo que una persona cuenta una vez al día y no se la puede reconocer al día siguiente. Un mensaje a soporte lleva su nombre; ningún número lleva de él a lo que usted buscó y leyó. Del mensaje, su visita solo conserva el tema.",
	browser: "En su navegador",
	/** With a link: {contact}. */
	browserText:
		"Un número aleatorio identifica la visita de una pestaña. Con él, la pestaña guarda lo que hizo en esta visita (artículos leídos, búsquedas, preguntas con el artículo que las respondió, votos, sugerencias que no ayudaron) y sus últimas búsquedas, para que cada búsqueda cuente una vez. Todo se olvida cuando cierra la pestaña o no la usa durante 30 minutos. Solo vemos la lista si la envía con un mensaje; el formulario de contacto se la muestra antes y puede quitar cada parte. Su mensaje sin enviar se guarda en su navegador hasta que lo envíe o lo descarte, 30 días como máximo. Los enlaces a los mensajes que envió se guardan allí durante 30 días, para que los encuentre y no envíe lo mismo dos veces; puede quitarlos en la {contact}. También se guardan las últimas cinco búsquedas de este navegador, sin datos personales, para ofrecérselas de nuevo; puede quitarlas en cualquier campo de búsqueda vacío. Después de «Esto lo resolvió» o de un «Sí» a una respuesta, un código aleatorio queda en su navegador durante 7 días, para que sepamos si de verdad fue así.",
	contactPage: "página de contacto",
	notCounted: "Si no quiere que se le cuente",
	/** With a link: {control}. */
	notCountedText:
		"Active {control} en su navegador. Entonces lo que lee y busca se cuenta sin número de visita, número de visitante ni código, y su navegador no guarda búsquedas recientes ni enlaces a sus mensajes. Solo un voto y un mensaje llevan todavía el número del día, para que cada uno cuente una vez y nadie pueda saturarnos. Todo funciona como antes.",
	/** With a link: {contact}. */
	removal: "Para que se borre un mensaje, {contact} e indique su referencia.",
	writeToUs: "escríbanos",
};
