import type { offline as english } from "../en/offline.ts";
import type { Translated } from "../message.ts";

/** Reading without a connection. */
export const offline: Translated<typeof english> = {
	kept: "So sah die Seite am {moment} aus.",
	slow: "Die Verbindung ist langsam.",
	again: "Erneut versuchen",
	changed: "Sie sind wieder online, und diese Seite hat sich geändert.",
	show: "Aktuellen Stand zeigen",
	title: "Keine Verbindung",
	heading: "Sie sind offline.",
	lead: "Diese Seite gehört nicht zu denen, die Sie auf diesem Gerät gelesen haben. Versuchen Sie es erneut, sobald die Verbindung wieder da ist.",
	read: "Seiten, die Sie gelesen haben",
	draft: "Wollten Sie uns gerade schreiben? Ihr Text bleibt in diesem Browser gespeichert und steht wieder im Kontaktformular, sobald Sie online sind.",
	privacy:
		"Damit Sie ohne Verbindung lesen können, bewahrt Ihr Browser die letzten {count} Seiten auf, die Sie gelesen haben, und was er braucht, um sie zu zeigen und zu durchsuchen. Wir erfahren nicht, welche das sind. Um sie zu entfernen, löschen Sie in den Einstellungen Ihres Browsers die Daten dieser Website.",
};
