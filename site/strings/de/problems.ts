import type { problems as english } from "../en/problems.ts";
import type { Translated } from "../message.ts";

/** Refusals: what happened, and what can be done. */
export const problems: Translated<typeof english> = {
	toHelpCentre: "Zur Hilfe",
	fileTooLarge: "Eine Datei darf höchstens 10 MB haben.",
	formTooLarge: "Zu einer Nachricht gehören fünf Dateien mit je höchstens 10 MB. Bitte gehen Sie zurück: Ihre Worte sollten noch da sein.",
	/** By the name of the problem (`worker/contract/problem.ts`). */
	table: {
		"bad-json": { title: "Das ist kein gültiges JSON.", remedy: "Senden Sie ein JSON-Dokument in UTF-8." },
		"broken-form": {
			title: "Ihr Formular ist nicht vollständig angekommen.",
			remedy: "Bitte gehen Sie zurück: Ihre Worte sollten noch da sein. Senden Sie es dann noch einmal ab.",
		},
		"form-too-large": {
			title: "Ihre Nachricht ist zu groß.",
			remedy: "Bitte gehen Sie zurück: Ihre Worte sollten noch da sein. Senden Sie dann weniger Text oder kleinere Dateien.",
		},
		invalid: { title: "Etwas davon passt nicht.", remedy: "Was zu ändern ist, steht bei den Feldern (`errors`)." },
		"wrong-media-type": {
			title: "Diese Art von Inhalt wird hier nicht angenommen.",
			remedy: "Senden Sie `application/json` oder, wo die Seite eines hat, ein einfaches HTML-Formular.",
		},
		"too-large": { title: "Das ist zu viel auf einmal.", remedy: "Senden Sie weniger auf einmal." },
		"cross-site": { title: "Das geht nur von den Seiten dieser Hilfe aus.", remedy: "Öffnen Sie die Seite selbst und versuchen Sie es noch einmal." },
		"unknown-article": { title: "Diesen Artikel gibt es nicht.", remedy: "Verwenden Sie die Kennung eines Artikels dieser Hilfe." },
		"article-changed": {
			title: "Dieser Artikel wurde geändert, seit Sie die Seite geöffnet haben.",
			remedy: "Laden Sie die Seite neu und stimmen Sie noch einmal ab.",
		},
		"unknown-ticket": { title: "Unter dieser Adresse gibt es keine Nachricht.", remedy: "Verwenden Sie den ganzen Link aus Ihrer Bestätigung." },
		"key-reused": {
			title: "Dieses Formular wurde schon mit anderen Worten gesendet.",
			remedy: "Öffnen Sie die Kontaktseite noch einmal, um eine neue Nachricht zu senden.",
		},
		"too-quick": {
			title: "Das sah nach einem Programm aus und wurde nicht gesendet.",
			remedy: "Bitte senden Sie das Formular noch einmal ab.",
		},
		"not-a-person": {
			title: "Wir konnten nicht prüfen, ob hier ein Mensch schreibt. Ihre Nachricht wurde nicht gesendet.",
			remedy: "Bitte senden Sie das Formular noch einmal ab, oder erreichen Sie uns per E-Mail oder Telefon.",
		},
		"file-type": {
			title: "Diese Art von Datei wird nicht angenommen.",
			remedy: "Senden Sie ein Bild, ein Video (MP4), ein PDF, einen Text, eine Word- oder Excel-Datei oder ein ZIP.",
		},
		"too-many-files": {
			title: "Zu einer Nachricht gehören höchstens fünf Dateien.",
			remedy: "Entfernen Sie zuerst eine, oder packen Sie mehrere in ein ZIP.",
		},
		"unknown-file": {
			title: "Unter dieser Adresse gibt es keine Datei.",
			remedy: "Verwenden Sie den ganzen Link, und einen neueren, wenn dieser abgelaufen ist.",
		},
		"length-required": { title: "Die Länge der Datei fehlt.", remedy: "Senden Sie die Datei mit ihrer `Content-Length`." },
		"file-cap": {
			title: "Zu viele Dateien an einem Tag. Diese wurde nicht gespeichert.",
			remedy: "Senden Sie Ihre Nachricht ohne sie, oder schreiben Sie eine E-Mail.",
		},
		"note-cap": {
			title: "Zu viele Ergänzungen in kurzer Zeit. Diese wurde nicht gespeichert.",
			remedy: "Warten Sie etwas, oder erreichen Sie uns per E-Mail oder Telefon.",
		},
		"vote-cap": {
			title: "Ihre Stimme wurde nicht gezählt: Für diesen Artikel und dieses Netz ist die Grenze von heute erreicht.",
			remedy: "Versuchen Sie es morgen noch einmal.",
		},
		"ticket-cap": {
			title: "Zu viele Nachrichten in kurzer Zeit. Diese wurde nicht gesendet.",
			remedy: "Warten Sie etwas, oder erreichen Sie uns per E-Mail oder Telefon.",
		},
		"question-cap": { title: "Für dieses Netz ist die Grenze der Fragen von heute erreicht.", remedy: "Nutzen Sie bitte die Suche, oder schreiben Sie uns." },
		"too-many-requests": {
			title: "Zu viele Anfragen in kurzer Zeit. Diese wurde nicht gezählt.",
			remedy: "Warten Sie eine Minute und versuchen Sie es noch einmal.",
		},
		forbidden: {
			title: "Diese Seite ist für die Menschen, die diese Hilfe betreiben.",
			remedy: "Melden Sie sich über Ihre Organisation an, oder verwenden Sie den Link, den `npm start` zeigt.",
		},
		"needs-manager": {
			title: "Das kann nur, wer diese Hilfe leitet.",
			remedy: "Sie sind zum Lesen angemeldet und sehen alles. Bitten Sie jemanden aus der Leitung darum.",
		},
		"sign-in-unavailable": {
			title: "Wir können gerade nicht prüfen, wer Sie sind.",
			remedy: "Es wurde nichts geändert. Versuchen Sie es in einer Minute noch einmal.",
		},
		unsigned: {
			title: "Diese Nachricht ist von keinem Helpdesk unterschrieben, der hier schreiben darf.",
			remedy: "Prüfen Sie Geheimnis und Uhr des Helpdesks.",
		},
		"method-not-allowed": { title: "Diese Adresse nimmt diese Methode nicht an.", remedy: "Siehe die Kopfzeile `Allow`." },
		"not-found": { title: "Unter dieser Adresse gibt es nichts.", remedy: "Prüfen Sie die Adresse." },
		failed: {
			title: "Bei uns ist etwas schiefgegangen.",
			remedy: "Wir können nicht sagen, ob es gespeichert wurde. Sie können es ohne Weiteres noch einmal senden.",
		},
		unavailable: {
			title: "Im Moment kann hier nichts gespeichert werden.",
			remedy: "Versuchen Sie es in einer Minute noch einmal, oder erreichen Sie uns per E-Mail oder Telefon.",
		},
	},
};
