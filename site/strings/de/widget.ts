import type { widget as english } from "../en/widget.ts";
import type { Translated } from "../message.ts";

/** The widget in the product: button, panel, explanations. */
export const widget: Translated<typeof english> = {
	/** On the button. */
	open: "Hilfe",
	/** Name of the panel. {centre} is the help centre's name. */
	panel: "Hilfe von {centre}",
	close: "Hilfe schließen",
	back: "Zurück",
	search: "Hilfe suchen",
	loading: "Wird geladen …",
	notLoaded: "Die Hilfe konnte nicht geladen werden.",
	again: "Noch einmal versuchen",
	openCentre: "Hilfe-Center öffnen",
	/** Above articles for the page of the product that is open. */
	forThisPage: "Zu dieser Seite",
	/** Above articles where nothing is known of the page. */
	start: "Gut zu wissen",
	results: { one: "{count} Artikel", other: "{count} Artikel" },
	noAnswer: "Kein Artikel beantwortet das gut. Am nächsten kommen:",
	nothing: "Das beantwortet noch kein Artikel. Ein Mensch kann es.",
	searchFailed: "Die Suche konnte nicht geladen werden. Sie können es noch einmal versuchen oder uns schreiben.",
	openPage: "Als Seite öffnen",
	otherLanguage: "Dieser Artikel ist noch nicht übersetzt.",
	picture: "Bild öffnen",
	didYouMean: "Meinten Sie {words}?",
	askPerson: "Support kontaktieren",
	/** Of an element's explanation. */
	explain: "Erklären: {what}",
	/** The same where the element has no words. */
	explainThis: "Das erklären",
	readMore: "Mehr lesen",
	closeTip: "Schließen",
	urgency: "Wie dringend ist es?",
	/** The form in the panel. */
	unreached: "Wir waren nicht zu erreichen. Ihr Text bleibt hier erhalten. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.",
	notFromHere: "Von dieser Seite aus können keine Nachrichten gesendet werden. Bitte nutzen Sie das Kontaktformular im Hilfe-Center.",
	formOnly: "Bitte schreiben Sie uns über das Kontaktformular im Hilfe-Center: Nur dort können wir prüfen, dass ein Mensch schreibt.",
	wholeForm: "Kontaktformular mit Platz für Dateien",
	sent: "Ihre Nachricht ist bei uns",
	reference: "Vorgangsnummer: {reference}",
	promise: "Ein Mensch antwortet bis {moment}.",
	follow: "Nachricht verfolgen",
	editedLate: "Ihre Nachricht war schon da, bevor Sie sie geändert haben. Auf ihrer Seite können Sie etwas ergänzen.",
	signedIn: "Aus Ihrem Konto. Sie können es ändern.",
	fieldWrong: "Bitte berichtigen Sie die markierten Felder.",
};
