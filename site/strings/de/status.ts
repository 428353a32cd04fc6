import type { status as english } from "../en/status.ts";
import type { Translated } from "../message.ts";

/** The page that shows how a message stands. */
export const status: Translated<typeof english> = {
	/** Of the window. */
	title: "Nachricht {reference}",
	yourMessage: "Ihre Nachricht",
	reference: "Zeichen",
	subject: "Betreff",
	subjectGone: "(nach Ablauf der Aufbewahrungszeit entfernt)",
	priority: "Priorität",
	files: "Dateien",
	progress: "Verlauf",
	received: "Angekommen",
	withTeam: "Bei unserem Support-Team",
	answered: "Beantwortet",
	closed: "Geschlossen",
	/** With a link: {email}. */
	keep: "Bewahren Sie die Adresse dieser Seite auf: Nur so kommen Sie hierher zurück. Wenn es schlimmer wird, schreiben Sie an {email} und nennen Sie das Zeichen.",

	isHere: "Ihre Nachricht ist da.",
	promised: "Ein Mensch antwortet bis {moment}.",
	overdue: "Wir haben Ihnen eine Antwort bis {moment} versprochen. Wenn keine angekommen ist, schreiben Sie bitte an {email} und nennen Sie {reference}.",
	isDelayed: "Ihre Nachricht ist da, aber noch nicht bei unserem Team.",
	delayedText:
		"Ihre Worte sind bei uns sicher. Etwas auf unserer Seite hält sie vom Team fern, und das tut uns leid. Bitte warten Sie nicht: Schreiben Sie an {email} oder rufen Sie uns an, und nennen Sie {reference}.",
	/** A number follows. */
	hotline: "Hotline bei einem Ausfall, Tag und Nacht:",
	criticalOnly: "nur für kritische Probleme",
	isClosed: "Diese Nachricht ist geschlossen.",
	score: "Sie haben uns {score} von 5 gegeben. Danke.",

	handing: "Wir geben sie gerade weiter. Sie brauchen nichts zu tun.",
	notYet: "Noch nicht. Die Verzögerung tut uns leid.",
	theirNumber: "Die Nummer dort: {reference}",
	working: "Unser Team arbeitet daran. Wir schreiben Ihnen an Ihre E-Mail-Adresse.",
	asked: "Unser Team hat eine Frage an Sie: Bitte sehen Sie in Ihre E-Mails.",
	willWrite: "Wir schreiben Ihnen an Ihre E-Mail-Adresse.",

	done: {
		note: "Ihre Ergänzung ist hinzugefügt.",
		close: "Ihre Nachricht ist geschlossen. Danke, dass Sie es uns gesagt haben.",
		reopen: "Ihre Nachricht ist wieder offen.",
		satisfaction: "Danke für Ihre Antwort.",
		"without-files":
			"Diese Nachricht war schon da, deshalb wurden die Dateien, die Sie jetzt gewählt haben, nicht hinzugefügt. Bitte schicken Sie sie per E-Mail und nennen Sie das Zeichen.",
	},
	notStored: "Das ist noch nicht gespeichert",
	notNow: "Ihre Nachricht ist wieder offen, deshalb fragen wir das später. Ihre Worte stehen unten: Wenn Sie möchten, fügen Sie sie als Ergänzung hinzu.",

	added: "Was Sie ergänzt haben",
	youAdded: "Von Ihnen ergänzt",
	youClosed: "Von Ihnen geschlossen",
	youReopened: "Von Ihnen wieder geöffnet",
	solvedBy: "Gelöst durch den Artikel „{article}“.",
	/** With a link: {contact}. */
	textGone: "Ihre Worte, Dateien und Ergänzungen wurden nach Ablauf der Aufbewahrungszeit entfernt. Wenn es wieder passiert, {contact}.",
	isErased: "Diese Nachricht wurde gelöscht.",
	/** With the reference and a link: {contact}. */
	erasedText:
		"Wir wurden darum gebeten: Ihre Worte, Dateien und Ergänzungen sind aus dieser Hilfe entfernt. Nur das Zeichen {reference} ist geblieben, und hier antwortet niemand mehr. Wenn Sie noch Hilfe brauchen, {contact}.",
	writeToUs: "schreiben Sie uns bitte",

	meanwhile: "Während Sie warten: Steht die Antwort hier?",
	solvedIt: "Das war die Lösung, Nachricht schließen",
	add: "Etwas ergänzen",
	note: "Ihre Ergänzung",
	noteHint: "Sie geht an die Menschen, die Ihre Nachricht haben.",
	addNote: "Ergänzung hinzufügen",
	found: "Antwort gefunden?",
	foundClose: "Ich habe die Antwort gefunden, Nachricht schließen",
	notSolved: "Doch nicht gelöst?",
	stillOpen: "Was ist noch offen?",
	optional: "Freiwillig",
	reopen: "Wieder öffnen",
	howHappy: "Wie zufrieden sind Sie mit der Hilfe?",
	unhappy: "{score}, sehr unzufrieden",
	happy: "{score}, sehr zufrieden",
	better: "Was können wir besser machen?",
	send: "Senden",
};
