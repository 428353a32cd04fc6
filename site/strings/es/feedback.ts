import type { feedback as english } from "../en/feedback.ts";
import type { Translated } from "../message.ts";

/** The vote below an article. */
export const feedback: Translated<typeof english> = {
	question: "¿Le ha ayudado este artículo?",
	yes: "Sí",
	no: "No",
	whatHelped: "Nos alegra. ¿Qué le ayudó?",
	whatWrong: "Lo sentimos. ¿Qué falló?",
	comment: "¿Algo más? (opcional)",
	send: "Enviar",
	counted: "Gracias. Su voto se ha contado. Puede cambiarlo hoy.",
	thanks: "Gracias, nos ayuda mucho.",
	unreachable: "No se pudo conectar con nosotros y su voto no se ha contado. Inténtelo de nuevo más tarde, por favor.",
	/** Title of the page without JavaScript. */
	thanksTitle: "Gracias",
	back: "Volver al artículo",
	reasons: {
		solved: "Resolvió mi problema",
		clear: "Fue fácil de seguir",
		quick: "Encontré la respuesta enseguida",
		"not-my-question": "No respondió a mi pregunta",
		"hard-to-follow": "Los pasos eran difíciles de seguir",
		"did-not-work": "Seguí los pasos y no funcionó",
		outdated: "Parece desactualizado",
		"missing-detail": "Falta algo",
	},
};
