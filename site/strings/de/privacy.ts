import type { privacy as english } from "../en/privacy.ts";
import type { Translated } from "../message.ts";

/** The page of privacy. */
export const privacy: Translated<typeof english> = {
	title: "Datenschutz",
	description: "Was diese Hilfe sich merkt, wie lange, und was sie niemals tut.",
	heading: "Datenschutz in dieser Hilfe",
	lead: "{name} kommt ohne Cookies aus und fragt bei keinem anderen Unternehmen etwas ab, bevor Sie klicken. Das hier merkt sie sich.",
	table: "Was gespeichert wird",
	what: "Was",
	why: "Wozu",
	howLong: "Wie lange",
	days: { one: "{count} Tag", other: "{count} Tage" },
	visits: "Geöffnete Seiten, Suchen, Fragen, genutzte Vorschläge und Antworten, und wonach Sie gesucht haben, wenn Sie es uns sagen",
	visitsWhy:
		"Um herauszufinden, welche Artikel fehlen oder unklar sind. E-Mail-Adressen, Telefon- und Kartennummern und Passwörter werden in Ihrem Browser aus Suchen und Fragen entfernt und beim Eintreffen noch einmal.",
	visitsKept:
		"{days}. Tägliche Summen ohne jeden Text bleiben; Wörter, mit denen mehrere Personen an einem Tag gesucht haben, können bei dem Artikel bleiben, der ihnen geholfen hat",
	votes: "„War dieser Artikel hilfreich?“ und Kommentare",
	votesWhy: "Um Artikel besser zu machen.",
	messages: "Nachrichten an den Support",
	messagesWhy: "Um Ihnen zu antworten.",
	messagesKept: "{days} nach der Übergabe, dann wird der Text hier entfernt; unser Support-Team behält seine eigene Kopie",
	who: "Wer Sie sind",
	whoText:
		"Ihre Netzwerkadresse und Ihr Browser werden nie gespeichert. Aus ihnen wird eine Zahl gebildet, mit einem Geheimnis, das jeden Tag wechselt und dann vernichtet wird. So zählt eine Person einmal am Tag und ist am nächsten Tag nicht wiederzuerkennen. Eine Nachricht an den Support trägt Ihren Namen; keine Zahl führt von ihr zu dem, was Sie gesucht und gelesen haben. Von der Nachricht merkt sich Ihr Besuch nur das Thema.",
	browser: "In Ihrem Browser",
	/** With a link: {contact}. */
	browserText:
		"Eine zufällige Zahl bezeichnet den Besuch eines Tabs. Damit merkt sich der Tab, was Sie bei diesem Besuch getan haben (gelesene Artikel, Suchen, Fragen mit dem Artikel, der sie beantwortet hat, Stimmen, Vorschläge, die nicht geholfen haben), und Ihre letzten Suchen, damit jede Suche einmal zählt. All das wird vergessen, wenn Sie den Tab schließen oder 30 Minuten nicht nutzen. Wir sehen die Liste nur, wenn Sie sie mit einer Nachricht mitschicken; das Kontaktformular zeigt sie Ihnen zuerst, und Sie können jeden Teil herausnehmen. Ihre nicht gesendete Nachricht bleibt in Ihrem Browser, bis Sie sie senden oder verwerfen, höchstens 30 Tage. Die Links zu Ihren gesendeten Nachrichten bleiben dort 30 Tage, damit Sie sie wiederfinden und nicht dasselbe zweimal senden; entfernen können Sie sie auf der {contact}. Gemerkt werden auch die letzten fünf Suchen dieses Browsers, ohne persönliche Daten, um sie Ihnen wieder anzubieten; entfernen können Sie sie in jedem leeren Suchfeld. Nach „Das war die Lösung“ oder einem Ja zu einer Antwort bleibt 7 Tage lang ein zufälliges Kennzeichen in Ihrem Browser, damit wir erkennen, ob es wirklich so war.",
	contactPage: "Kontaktseite",
	notCounted: "Wenn Sie nicht gezählt werden möchten",
	/** With a link: {control}. */
	notCountedText:
		"Schalten Sie in Ihrem Browser {control} ein. Dann wird das, was Sie lesen und suchen, ohne Besuchsnummer, Besuchernummer oder Kennzeichen gezählt, und Ihr Browser merkt sich weder letzte Suchen noch Links zu Ihren Nachrichten. Nur eine Stimme und eine Nachricht tragen noch die Zahl des Tages, damit jede einmal zählt und niemand uns überfluten kann. Alles funktioniert wie zuvor.",
	/** With a link: {contact}. */
	removal: "Um eine Nachricht entfernen zu lassen, {contact} und nennen Sie ihre Referenz.",
	writeToUs: "schreiben Sie uns",
};
