import type { fields as english } from "../en/fields.ts";
import type { Translated } from "../message.ts";

/** What is wrong with a field of a form: a reason without capital or full stop, which may follow the field's name. */
export const fields: Translated<typeof english> = {
	subject: "bitte sagen Sie in wenigen Worten, worum es geht",
	description: "bitte sagen Sie uns, was passiert ist",
	shortDescription: "bitte schreiben Sie etwas mehr, damit wir helfen können",
	category: "bitte wählen Sie ein Thema",
	name: "bitte sagen Sie uns Ihren Namen",
	email: "bitte geben Sie eine E-Mail-Adresse an, unter der wir antworten können",
	note: "bitte schreiben Sie eine Ergänzung",
	score: "bitte wählen Sie eine Zahl von 1 bis 5",
	oneLine: "bitte schreiben Sie nur eine Zeile",
	controlCharacters: "bitte entfernen Sie Steuerzeichen aus dem Text",
	tooLong: { one: "bitte schreiben Sie höchstens {count} Zeichen", other: "bitte schreiben Sie höchstens {count} Zeichen" },
	tooManyFiles: "zu einer Nachricht gehören höchstens fünf Dateien",
	fileName: "bitte geben Sie der Datei einen Namen",
	emptyFile: "die Datei ist leer",
	brokenFile: "die Datei ist nicht vollständig angekommen: bitte fügen Sie sie noch einmal hinzu",
	lostFile: "eine Datei ist nicht mehr da: bitte fügen Sie sie noch einmal hinzu",
};
