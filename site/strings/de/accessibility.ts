import type { accessibility as english } from "../en/accessibility.ts";
import type { Translated } from "../message.ts";

/** The page that says how accessible the centre is. */
export const accessibility: Translated<typeof english> = {
	title: "Barrierefreiheit",
	description: "Welchen Standard diese Hilfe anstrebt, wie sie geprüft wird, was uns noch fehlt und wie Sie uns eine Barriere melden.",
	heading: "Barrierefreiheit dieser Hilfe",
	lead: "Alle sollen hier eine Antwort finden oder einen Menschen, der sie gibt: mit Tastatur, Screenreader, großer Schrift oder kleinem Telefon.",
	aim: "Was wir anstreben",
	aimText: "Wir streben die {standard} an, Stufe AA. Diese Erklärung beruht auf den Prüfungen unten, nicht auf einem Zertifikat.",
	standard: "Web Content Accessibility Guidelines (WCAG) 2.2",
	helps: {
		keyboard: "Alles lässt sich allein mit der Tastatur bedienen, und Sie sehen, wo Sie sind.",
		screen: "Die Seiten passen auf einen Bildschirm von 320 Pixeln, und Text lässt sich auf 200 % vergrößern.",
		design: "Es gibt eine helle und eine dunkle Ansicht; eigene Systemfarben und weniger Bewegung werden beachtet.",
		scripts: "Lesen, Suchen, Bewerten und Schreiben gehen auch ohne Skripte.",
	},
	tested: "Wie geprüft wird",
	testedText: "Die Software dieser Hilfe wird an einem Beispiel geprüft:",
	tests: {
		rules: "Mit automatischen Regeln (axe-core): jede Art von Seite, hell und dunkel, auf schmalem und breitem Bildschirm.",
		keyboard: "Allein mit der Tastatur: eine Antwort finden, bewerten und dem Support schreiben. Jeder Schritt muss sichtbar sein.",
		pictures:
			"Mit Bildern, die angesehen und verglichen werden: vier Breiten, beide Schreibrichtungen, Zoom auf 200 %, größere Textabstände, erzwungene Farben und Druck.",
	},
	articles: "Auch jeder Artikel wird geprüft: Bilder brauchen eine Beschreibung, und Überschriften müssen in der richtigen Ordnung stehen.",
	reviewed: "Diese Hilfe wurde zuletzt am {day} überprüft.",
	limits: "Was uns noch fehlt",
	known: {
		automatic:
			"Automatische Prüfungen finden nur einen Teil aller Barrieren. Sie laufen in einem Browser (Chromium), und keine davon nutzt einen Screenreader.",
		films: "Filme kommen von anderen Diensten. Deren Abspielprogramm und Untertitel sind nicht von uns.",
		files: "Dateien zum Herunterladen können Barrieren haben. Fragen Sie uns nach dem Inhalt in anderer Form.",
	},
	untranslated: "Was noch nicht übersetzt ist, erscheint in der Originalsprache, mit einem Hinweis.",
	tell: "Eine Barriere melden",
	tellText: "Schreiben Sie, was Sie tun wollten, auf welcher Seite und womit (Browser, Screenreader …). Wir helfen Ihnen auch mit der Antwort selbst.",
	email: "E-Mail: {address}",
	phone: "{label}: {number}",
};
