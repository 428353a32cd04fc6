import type { ask as english } from "../en/ask.ts";
import type { Translated } from "../message.ts";

/** The box that answers questions. */
export const ask: Translated<typeof english> = {
	label: "Ihre Frage",
	placeholder: "Fragen Sie wie einen Kollegen oder eine Kollegin",
	ask: "Fragen",
	note: "Die Antwort kommt aus unseren Artikeln. Bitte lassen Sie Namen und Passwörter weg.",
	missing: "Bitte schreiben Sie zuerst Ihre Frage.",
	looking: "Wir sehen in unseren Artikeln nach …",
	answer: "Antwort",
	/** Above the articles of an answer. */
	from: "Aus",
	/** The same, where a language model has put it into words. */
	written: "Von einem Sprachmodell geschrieben, aus",
	/** For who hears the number alone. */
	source: "Quelle {number}: {title}",
	/** After a link, for screen readers. */
	newTab: "(öffnet sich in einem neuen Tab)",
	helped: "Hat das geholfen?",
	yes: "Ja",
	no: "Nein",
	thanks: "Das freut uns. Danke für die Rückmeldung.",
	sorry: "Das tut uns leid. Dann sprechen Sie mit einem Menschen.",
	person: "Mit einem Menschen sprechen",
	write: "Schreiben Sie uns",
	/** With a link: {hotline}. */
	hotline: "Hotline, Tag und Nacht: {hotline}.",
	unsure: "Keiner unserer Artikel beantwortet das mit Sicherheit.",
	guess: "Das hilft vielleicht",
	/** Above articles that share a word with the question. */
	nearest: "Am nächsten kommen",
	urgent: "Das klingt dringend oder persönlich: Bitte sprechen Sie mit einem Menschen.",
	tier: "Ihre Frage geht direkt an einen Menschen.",
	guide: "Die Ursache Schritt für Schritt finden",
	noGuide: "Die Fragen konnten nicht geladen werden. Sie stehen auch im Artikel.",
	inArticle: "Das im Artikel lesen",
	failed: "Wir konnten gerade nicht nachsehen. Ihre Frage steht noch da.",
	again: "Noch einmal versuchen",
	search: "Artikel durchsuchen",
};
