import type { troubleshooter as english } from "../en/troubleshooter.ts";
import type { Translated } from "../message.ts";

/** Around the questions of a guided troubleshooter. */
export const troubleshooter: Translated<typeof english> = {
	title: "Averigüe qué ocurre",
	intro: "Elija la respuesta que corresponda. Lleva a la siguiente pregunta o a lo que ayuda.",
	soFar: "Sus respuestas hasta ahora",
	change: "Cambiar",
	/** For who hears the link alone. */
	changeAnswer: "Cambiar la respuesta a: {question}",
	startAgain: "Empezar de nuevo",
	/** Told after an answer; the question itself is read next. */
	nextQuestion: "Su respuesta: {answer}. Pregunta {number}:",
	/** Told after the last answer; its title is read next. */
	found: "Su respuesta: {answer}. Esto puede ayudar:",
	/** Told after going back. */
	back: "Pregunta {number}:",
	solved: "¿Se ha resuelto?",
	yes: "Sí",
	no: "No, escribir a soporte",
};
