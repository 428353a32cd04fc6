import type { policy as english } from "../en/policy.ts";
import type { Translated } from "../message.ts";

/** The page of promises. */
export const policy: Translated<typeof english> = {
	title: "Lo que promete soporte",
	description: "Cuándo atendemos, cuánto tarda en responder una persona, qué se considera urgente y qué hacer si nos retrasamos.",
	lead: "Cuándo le responde una persona, cómo decidimos qué va primero y qué hacer si nos retrasamos. Vale para {product}.",
	open: "Cuándo atendemos",
	/** {hours} are `hours` in bold. */
	openText: "{hours} ({zone}), salvo los días de abajo. Puede escribirnos cuando quiera.",
	hours: "{days}, de {opens} a {closes}",
	everyDay: "Todos los días",
	dayRange: "De {from} a {to}",
	/** By a script, where the reader lives in another zone; {opens} and {closes} are times, or `dayBefore` or `dayAfter`. */
	ownHours: "En su hora ({zone}), eso va desde las {opens} hasta las {closes}, según los relojes de hoy.",
	dayBefore: "{time} del día anterior",
	dayAfter: "{time} del día siguiente",
	dayAndNight: "Los mensajes de prioridad {priorities} se responden de día y de noche, todos los días del año.",
	chat: "El chat en directo está abierto mientras atendemos.",
	phones: "Nuestros teléfonos son solo para problemas críticos, para que la línea esté libre.",
	closed: "Días cerrados",
	priorities: "Prioridades",
	prioritiesText: "Al escribirnos, responde a tres preguntas. De sus respuestas sale la prioridad, que ve antes de enviar.",
	whatCounts: "Qué prioridad corresponde a qué",
	/** {atRiskAnswer} and {lostAnswer} are answers of the contact form. */
	danger: "¿Hay datos o dinero en peligro? Entonces es como mínimo {atRisk} («{atRiskAnswer}») o {lost} («{lostAnswer}»), afecte a quien afecte.",
	firstAnswer: "Cuánto tarda en responder una persona",
	firstAnswerTable: "Tiempo hasta la primera respuesta, por prioridad y plan",
	solution: "Cuánto tarda en resolverse",
	solutionTable: "Tiempo hasta la solución, por prioridad y plan",
	varies: "variable",
	nextBusinessDay: "siguiente día laborable",
	plan: "Plan",
	standard: "Estándar",
	counted: "Se cuenta",
	countedAlways: "día y noche",
	countedHours: "horario de atención",
	plansText:
		"Su plan cuenta cuando nos escribe desde {product}, donde ha iniciado sesión. Para los demás valen los tiempos estándar: una dirección de correo por sí sola no nos dice quién es usted.",
	words: "Qué significan las palabras",
	wordAnswer: "Primera respuesta",
	wordAnswerText: "Una persona ha leído su mensaje y le responde. Un correo automático no cuenta.",
	wordSolved: "Resuelto",
	wordSolvedText: "Vuelve a funcionar, aunque sea de otra manera que antes. La reparación definitiva puede llegar después.",
	wordHours: "Horario de atención",
	wordHoursText:
		"Para {priorities}, el reloj corre mientras atendemos y se para por la noche, los días cerrados y mientras esperamos su respuesta. Lo que llega el último día abierto a la hora de cierre empieza a contar el siguiente día abierto.",
	wordPromised: "Hora prometida",
	wordPromisedText: "El día y la hora límite de nuestra respuesta, en su zona horaria. Aparece en la página que ve después de enviar y no cambia.",
	late: "Si nos retrasamos",
	/** With a link: {hotline}. */
	hotline: "Línea de emergencia para caídas del servicio, de día y de noche: {hotline}",
	exclusions: "Lo que soporte no hace",
};
