import type { contact as english } from "../en/contact.ts";
import type { Translated } from "../message.ts";

/** The contact page: what is on it before anything is written. */
export const contact: Translated<typeof english> = {
	title: "Support kontaktieren",
	description: "Hier hilft Ihnen ein Mensch. Sie erfahren, wann wir antworten.",
	lead: "Schreiben Sie uns jederzeit. Sie erfahren, bis zu welchem Tag und zu welcher Uhrzeit ein Mensch antwortet.",
	write: "Schreiben Sie uns",
	offline:
		"Sie sind offline. Schreiben Sie ruhig weiter: Ihr Text bleibt hier erhalten. Drücken Sie auf „Nachricht senden“. Wir senden sie, sobald Sie wieder online sind, solange diese Seite offen ist.",
	/** Of a field that people do not see. */
	leaveEmpty: "Bitte leer lassen",
	knownProblem: "Ist es eines dieser bekannten Probleme?",
	otherProblem: "Nein, etwas anderes",
	onIt: "Wir arbeiten daran.",
	follow: "Verlauf ansehen",
	optional: "Freiwillig",
	subject: "Worum geht es?",
	happened: "Was ist passiert?",
	happenedHelp: "Was haben Sie getan, was haben Sie erwartet, was sehen Sie? Gibt es einen Fehlercode?",
	seeAnswers: "Antworten ansehen",
	topic: "Thema",
	choose: "Bitte wählen",
	tried: "Was haben Sie schon versucht?",
	files: "Bilder oder Dateien",
	filesHelp: "Freiwillig. Bis zu {files} Dateien mit je {megabytes} MB: Bilder, PDF, Text, Word, Excel, ZIP, MP4.",
	dropHint: "Oder ziehen Sie sie hierher, oder fügen Sie beim Schreiben einen Screenshot ein.",
	name: "Ihr Name",
	email: "E-Mail",
	company: "Unternehmen",
	product: "Teil des Produkts",
	environment: "Browser, App oder Version",
	/** The three questions from whose answers the priority follows, and the answers. */
	severity: {
		affected: { legend: "Wer ist betroffen?", one: "Nur ich", several: "Mehrere Personen", everyone: "Alle in unserem Unternehmen" },
		impairment: {
			legend: "Wie schlimm ist es?",
			question: "Ich habe eine Frage oder einen Wunsch",
			minor: "Es stört, aber ich kann arbeiten",
			major: "Etwas Wichtiges funktioniert nicht richtig",
			blocked: "Ich komme gar nicht weiter",
		},
		risk: {
			legend: "Sind Daten oder Geld in Gefahr?",
			none: "Nein",
			"at-risk": "Ja, wenn es so weitergeht",
			lost: "Ja, Daten sind schon verloren oder waren für Fremde sichtbar",
		},
	},
	/** What a priority is, and what it means. */
	priority: "{priority} · {meaning}.",
	within: "Ein Mensch antwortet innerhalb von {length}.",
	withinHours: "Ein Mensch antwortet innerhalb von {length} unserer Öffnungszeit.",
	/** With a link: {community}. */
	othersKnow: "Vielleicht wissen andere Nutzer Rat: {community}. Sie können uns trotzdem schreiben.",
	/** With a link: {chat}. */
	chatStaffed: "Gerade ist jemand da: {chat}.",
	chatAlways: "Sie können auch gleich mit uns sprechen: {chat}.",
	whyAsked: "Aus Ihren Antworten ergibt sich, wie schnell ein Mensch antwortet.",
	promises: "Was wir versprechen",
	/** With a link: {hotline}. */
	emergencyHotline: "Das ist ein Notfall. Bitte rufen Sie uns auch an, Tag und Nacht: {hotline}",
	emergency: "Das ist ein Notfall. Bitte rufen Sie uns auch an, Tag und Nacht.",
	trail: "Was wir mitschicken, damit Sie nichts zweimal erklären müssen",
	sendTrail: "Das mitschicken",
	send: "Nachricht senden",
	draft: "Dieser Browser behält Ihren Text, bis Sie ihn senden, höchstens 30 Tage.",
	discard: "Text verwerfen",
	otherWays: "Andere Wege",
	/** With a link: {chat}. */
	chatOpen: "Live-Chat, gerade geöffnet: {chat}",
	/** With a link: {email}. */
	byEmail: "E-Mail: {email}",
	/** With a link: {hotline}. */
	hotline: "Ausfall für alle? Hotline, Tag und Nacht: {hotline}",
	criticalOnly: "nur bei kritischen Problemen",
	/** With a link: {community}. */
	howTo: "Wie geht das? {community}",
	/** With a link: {status}. */
	isItDown: "Ist es auch bei anderen ausgefallen? {status}",
	systemStatus: "Systemstatus",
	hours: "Zeiten und Zusagen",
	yourMessages: "Ihre Nachrichten",
	yourMessagesText: "Dieser Browser behält die Links dazu 30 Tage lang.",
};
