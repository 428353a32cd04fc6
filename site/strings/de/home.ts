import type { home as english } from "../en/home.ts";
import type { Translated } from "../message.ts";

/** The home page. */
export const home: Translated<typeof english> = {
	example: "Zum Beispiel:",
	browse: "Nach Themen stöbern",
	mostRead: "Am meisten gelesen",
	startHere: "Hier anfangen",
	oftenNeeded: "Oft gebraucht",
	person: "Lieber mit einem Menschen sprechen?",
	personText: "Schreiben Sie uns jederzeit. Sie erfahren, wann wir antworten: mit Tag und Uhrzeit, nicht „bald“.",
	whatIsNew: "Neu: {title}",
};
