import type { search as english } from "../en/search.ts";
import type { Translated } from "../message.ts";

/** Search box and search page. */
export const search: Translated<typeof english> = {
	title: "Suche",
	label: "Hilfe durchsuchen",
	placeholder: "Suchen",
	inOwnWords: "Beschreiben Sie Ihr Problem mit eigenen Worten",
	submit: "Suchen",
	slashKey: "Die Taste {key} führt auf jeder Seite zum Suchfeld",
	searching: "Suche läuft …",
	notLoaded: "Die Suche konnte nicht geladen werden.",
	/** After `notLoaded`, on the search page. With links: {topics} and {contact}. */
	notLoadedPage: "Sobald Sie weitertippen, wird es noch einmal versucht. Sie können auch {topics} oder {contact}.",
	browseBelow: "die Themen unten ansehen",
	contactSupport: "den Support kontaktieren",
	/** The same as a link of its own. */
	contactSupportLink: "Support kontaktieren",
	/** After `notLoaded`, in the list of the box. */
	notLoadedBox: "Sobald Sie weitertippen, wird es noch einmal versucht. Oder sehen Sie hier nach:",
	notLoadedSaid: "Die Suche konnte nicht geladen werden. Es folgen Themen zum Stöbern.",
	results: { one: "{count} Ergebnis für „{words}“", other: "{count} Ergebnisse für „{words}“" },
	noGood: "Keine gute Antwort zu „{words}“",
	noGoodFiltered: "Mit diesen Filtern gibt es keine Antwort zu „{words}“",
	showMore: "Mehr Ergebnisse zeigen",
	mayBeStale: "Vielleicht veraltet",
	quickAnswer: "Kurz gesagt",
	showing: "Ergebnisse für",
	/** Heading; the words follow. */
	didYouMean: "Meinten Sie",
	/** The same as a question. With a button: {words}. */
	didYouMeanWords: "Meinten Sie {words}?",
	/** Whole question, for screen readers. */
	didYouMeanSaid: "Keine gute Antwort gefunden. Meinten Sie: {words}?",
	noGoodSaid: "Keine gute Antwort gefunden",
	filters: "Filter",
	topic: "Thema",
	allTopics: "Alle Themen",
	kind: "Art",
	allKinds: "Alle Arten",
	resetFilters: "Filter löschen",
	answersOutside: "Ohne Ihre Filter gibt es Antworten darauf.",
	nearestOutside: "Vielleicht fehlt wegen Ihrer Filter, was am besten passt.",
	withoutFilters: "Ohne Filter suchen",
	kinds: {
		"getting-started": "Erste Schritte",
		"how-to": "Anleitung",
		troubleshooting: "Probleme lösen",
		reference: "Zum Nachschlagen",
		faq: "Häufige Fragen",
		"release-notes": "Neuerungen",
		"best-practices": "Empfehlungen",
	},
	suggestions: "Vorschläge",
	suggestionCount: { one: "{count} Vorschlag", other: "{count} Vorschläge" },
	more: "Mehr",
	allResults: "Alle Ergebnisse",
	otherWays: "Ähnliche Themen und andere Wege",
	recent: "Letzte Suchen",
	popular: "Häufige Suchen",
	recentCount: { one: "{count} letzte Suche", other: "{count} letzte Suchen" },
	popularCount: { one: "{count} häufige Suche", other: "{count} häufige Suchen" },
	/** `recentCount`, before `popularCount` in one sentence. */
	recentBeside: { one: "{count} letzte", other: "{count} letzte" },
	/** Both counts in one sentence: `recentBeside` and `popularCount`. */
	bothCounts: "{recent} und {popular}",
	deleteRemoves: "Die Taste Entf entfernt eine letzte Suche",
	clear: "Löschen",
	clearRecent: "Letzte Suchen löschen",
	remove: "Entfernen",
	removeWords: "„{words}“ entfernen",
	keptHere: "Nur auf diesem Gerät gespeichert.",
	noAnswer: "Darauf haben wir noch keine gute Antwort.",
	noAnswerShort: "Darauf haben wir noch keine gute Antwort",
	/** Of a page without JavaScript. */
	noAnswerTo: "Auf „{words}“ haben wir noch keine gute Antwort.",
	/** Of a page without JavaScript; a link to a person follows. */
	notAnswering: "Die Suche antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal, oder sehen Sie sich die Themen unten an.",
	noAnswerText: "Ihre Suche wird ohne Ihren Namen notiert, damit der fehlende Artikel geschrieben werden kann.",
	askPerson: "Einen Menschen fragen",
	/** Above articles that an address may mean. */
	perhaps: "Vielleicht suchen Sie",
	nearest: "Ähnliche Themen",
	nearestText: "Darin kommt ein Wort Ihrer Suche vor, aber vielleicht nicht die Antwort.",
	/** In another language than the articles' first one. */
	inOriginal: "In den Artikeln auf {language} suchen",
	tellUs: "Sagen Sie uns, was Sie gesucht haben",
	tellUsNote: "Bitte lassen Sie Namen und Passwörter weg. Hier kann Ihnen niemand antworten.",
	tellUsMissing: "Bitte schreiben Sie zuerst ein paar Worte.",
	tellUsThanks: "Danke. Wer die Artikel schreibt, wird es lesen. Wenn Sie jetzt eine Antwort brauchen, fragen Sie bitte einen Menschen.",
	send: "Senden",
	/** Answers the words of the search as a question. */
	answerThis: "Diese Frage beantworten",
	/** Opens the answer box below the results. */
	askInstead: "Eine Frage stellen",
	askNotLoaded: "Die Antwort konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.",
};
