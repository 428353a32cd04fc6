import type { contact as english } from "../en/contact.ts";
import type { Translated } from "../message.ts";

/** The contact page: what is on it before anything is written. */
export const contact: Translated<typeof english> = {
	title: "Escribir a soporte",
	description: "Aquí le ayuda una persona. Le decimos cuándo responderemos.",
	lead: "Escríbanos cuando quiera. Le diremos hasta qué día y qué hora le responderá una persona.",
	write: "Escríbanos",
	offline:
		"No tiene conexión. Siga escribiendo: su texto se guarda aquí. Pulse «Enviar mensaje» y lo enviaremos cuando vuelva a tener conexión, mientras esta página esté abierta.",
	/** Of a field that people do not see. */
	leaveEmpty: "Deje este campo vacío",
	knownProblem: "¿Es uno de estos problemas conocidos?",
	otherProblem: "No, es otra cosa",
	onIt: "Estamos en ello.",
	follow: "Ver cómo avanza",
	optional: "Opcional",
	subject: "¿De qué se trata?",
	happened: "¿Qué ha pasado?",
	happenedHelp: "¿Qué hizo, qué esperaba y qué vio? ¿Hay algún código de error?",
	seeAnswers: "Ver las respuestas",
	topic: "Tema",
	choose: "Elija uno",
	tried: "¿Qué ha probado ya?",
	files: "Imágenes o archivos",
	filesHelp: "Opcional. Hasta {files} archivos de {megabytes} MB cada uno: imágenes, PDF, texto, Word, Excel, ZIP, MP4.",
	dropHint: "O arrástrelos aquí, o pegue una captura de pantalla mientras escribe.",
	name: "Su nombre",
	email: "Correo electrónico",
	company: "Empresa",
	product: "Parte del producto",
	environment: "Navegador, aplicación o versión",
	/** The three questions from whose answers the priority follows, and the answers. */
	severity: {
		affected: { legend: "¿A quién afecta?", one: "Solo a mí", several: "A varias personas", everyone: "A toda nuestra organización" },
		impairment: {
			legend: "¿Qué gravedad tiene?",
			question: "Tengo una pregunta o un deseo",
			minor: "Es molesto, pero puedo trabajar",
			major: "Algo importante no funciona bien",
			blocked: "No puedo continuar",
		},
		risk: {
			legend: "¿Hay datos o dinero en peligro?",
			none: "No",
			"at-risk": "Sí, si continúa",
			lost: "Sí, ya se han perdido datos o los han visto extraños",
		},
	},
	/** What a priority is, and what it means. */
	priority: "{priority} · {meaning}.",
	within: "Una persona responde en {length}.",
	withinHours: "Una persona responde en {length} de nuestro horario.",
	/** With a link: {community}. */
	othersKnow: "Quizás lo sepan otros usuarios: {community}. Puede enviárnoslo de todos modos.",
	/** With a link: {chat}. */
	chatStaffed: "Ahora hay alguien disponible: {chat}.",
	chatAlways: "También puede hablar con nosotros ahora mismo: {chat}.",
	whyAsked: "De sus respuestas depende lo pronto que responde una persona.",
	promises: "Lo que prometemos",
	/** With a link: {hotline}. */
	emergencyHotline: "Es una emergencia. Llámenos también, por favor, de día o de noche: {hotline}",
	emergency: "Es una emergencia. Llámenos también, por favor, de día o de noche.",
	trail: "Lo que enviamos junto al mensaje, para que no lo explique dos veces",
	sendTrail: "Enviar también esto",
	send: "Enviar mensaje",
	draft: "Este navegador guarda su texto hasta que lo envíe, 30 días como máximo.",
	discard: "Descartarlo",
	otherWays: "Otras formas",
	/** With a link: {chat}. */
	chatOpen: "Chat en directo, abierto ahora: {chat}",
	/** With a link: {email}. */
	byEmail: "Correo electrónico: {email}",
	/** With a link: {hotline}. */
	hotline: "¿No le funciona a nadie? Línea de emergencia, de día y de noche: {hotline}",
	criticalOnly: "solo para problemas críticos",
	/** With a link: {community}. */
	howTo: "¿Cómo se hace? {community}",
	/** With a link: {status}. */
	isItDown: "¿Les falla a otros? {status}",
	systemStatus: "Estado del sistema",
	hours: "Horario y compromisos",
	yourMessages: "Sus mensajes",
	yourMessagesText: "Este navegador guarda los enlaces durante 30 días.",
};
