import type { feedback as english } from "../en/feedback.ts";
import type { Translated } from "../message.ts";

/** The vote below an article. */
export const feedback: Translated<typeof english> = {
	question: "War dieser Artikel hilfreich?",
	yes: "Ja",
	no: "Nein",
	whatHelped: "Das freut uns. Was hat geholfen?",
	whatWrong: "Das tut uns leid. Woran lag es?",
	comment: "Möchten Sie noch etwas sagen? (freiwillig)",
	send: "Senden",
	counted: "Danke. Ihre Stimme ist gezählt. Sie können sie heute noch ändern.",
	thanks: "Danke, das hilft uns.",
	unreachable: "Wir waren nicht zu erreichen, deshalb ist Ihre Stimme nicht gezählt. Bitte versuchen Sie es später noch einmal.",
	/** Title of the page without JavaScript. */
	thanksTitle: "Danke",
	back: "Zurück zum Artikel",
	reasons: {
		solved: "Mein Problem ist gelöst",
		clear: "Es war gut zu verstehen",
		quick: "Ich habe die Antwort schnell gefunden",
		"not-my-question": "Meine Frage wurde nicht beantwortet",
		"hard-to-follow": "Die Schritte waren schwer zu verstehen",
		"did-not-work": "Ich habe alles so gemacht, und es ging nicht",
		outdated: "Es sieht veraltet aus",
		"missing-detail": "Etwas fehlt",
	},
};
