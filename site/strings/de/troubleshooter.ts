import type { troubleshooter as english } from "../en/troubleshooter.ts";
import type { Translated } from "../message.ts";

/** Around the questions of a guided troubleshooter. */
export const troubleshooter: Translated<typeof english> = {
	title: "Finden Sie heraus, woran es liegt",
	intro: "Wählen Sie die Antwort, die passt. Sie führt zur nächsten Frage oder zu dem, was hilft.",
	soFar: "Ihre Antworten bisher",
	change: "Ändern",
	/** For who hears the link alone. */
	changeAnswer: "Antwort ändern auf: {question}",
	startAgain: "Von vorn beginnen",
	/** Told after an answer; the question itself is read next. */
	nextQuestion: "Ihre Antwort: {answer}. Frage {number}:",
	/** Told after the last answer; its title is read next. */
	found: "Ihre Antwort: {answer}. Das kann helfen:",
	/** Told after going back. */
	back: "Frage {number}:",
	solved: "Hat das geholfen?",
	yes: "Ja",
	no: "Nein, Support kontaktieren",
};
