import type { contactHelp as english } from "../en/contact-help.ts";
import type { Translated } from "../message.ts";

/** The help above the contact form. */
export const contactHelp: Translated<typeof english> = {
	label: "Zuerst nach einer Antwort suchen",
	question: "Wobei brauchen Sie Hilfe?",
	example: "Zum Beispiel: {example}",
	find: "Antwort suchen",
	askNotLoaded: "Die Antwort konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.",
	toForm: "Zum Formular",
	mayAnswer: "Das könnte helfen",
	noneLeft: "Dann schreiben Sie uns bitte unten.",
	noArticle: "Dazu haben wir keinen Artikel. Bitte schreiben Sie uns unten.",
	noSuggestions: "Keine vorgeschlagenen Antworten",
	suggestions: { one: "{count} vorgeschlagene Antwort", other: "{count} vorgeschlagene Antworten" },
	readAll: "Den ganzen Artikel lesen",
	/** What screen readers are told besides. */
	newTab: "{title} (öffnet sich in einem neuen Tab)",
	solved: "Das war die Lösung",
	notQuite: "Nicht ganz",
	goodToHear: "Das freut uns.",
	solvedText: "„{title}“ hat geholfen, deshalb wurde nichts gesendet. Falls sich zeigt, dass es doch nicht reicht, schreiben Sie uns unten jederzeit.",
	back: "Zurück zur Hilfe",
	onIt: "Wir arbeiten daran: {title}",
	follow: "Verlauf ansehen",
	add: "Ihre Nachricht dazulegen",
	added: "Ihre Nachricht gehört jetzt dazu",
	/** With a link: {form}. */
	howItShows: "Schreiben Sie uns in {form}, wie es sich bei Ihnen zeigt.",
	form: "das Formular",
	urgent: "Das klingt dringend oder persönlich: Bitte sprechen Sie mit einem Menschen.",
	/** With a link: {hotline}. */
	hotline: "Hotline, Tag und Nacht: {hotline}.",
	/** With a link: {status}. */
	known: "Bekannte Probleme: {status}.",
	systemStatus: "Systemstatus",
	/** With a link: {form}. */
	orForm: "Oder {form}.",
	useForm: "nutzen Sie das Formular unten",
};
