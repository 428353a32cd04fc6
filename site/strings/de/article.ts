import type { article as english } from "../en/article.ts";
import type { Translated } from "../message.ts";

/** Around the text of an article. */
export const article: Translated<typeof english> = {
	/** Names of roles stay as the product has them. */
	forWhom: {
		contributor: "Für die Rolle Contributor",
		reviewer: "Für die Rolle Reviewer",
		admin: "Für Admins",
		developer: "Für Entwicklungsteams",
		auditor: "Für die Rolle Auditor",
	},
	plans: "Tarife: {plans}",
	archived: "Dieser Artikel ist archiviert.",
	archivedText: "Er bleibt zum Nachschlagen erhalten und stimmt vielleicht nicht mehr.",
	/** With a link: {article}. */
	successor: "Was jetzt gilt: {article}.",
	draft: "Entwurf.",
	draftText: "Dieser Artikel ist noch nicht öffentlich zu sehen.",
	overdue: "Dieser Artikel sollte bis zum {day} geprüft werden. Manches kann sich geändert haben.",
	/** Shown in the reader's language above an article of another one. */
	untranslated: "Diesen Artikel gibt es noch nicht auf {language}. Hier lesen Sie ihn auf {original}.",
	/** With a link: {original}. */
	outdated: "Das Original dieser Übersetzung hat sich am {day} geändert: {what} {original}",
	readOriginal: "Auf {language} lesen",
	readFirst: "Lesen Sie zuerst",
	nextSteps: "Wie es weitergeht",
	related: "Verwandte Artikel",
	stillNeedHelp: "Brauchen Sie noch Hilfe?",
	stillText: "Schreiben Sie uns. Wir sehen dann, was Sie hier gelesen haben, und Sie müssen nichts zweimal erklären.",
	updated: "Zuletzt geändert am {day}",
	reviewed: "Zuletzt geprüft am {day}",
	edit: "Artikel bearbeiten",
	onThisPage: "Auf dieser Seite",
	table: "Tabelle",
	code: "Code",
	copy: "Kopieren",
	copied: "Kopiert",
	notCopied: "Nicht erlaubt: Bitte von Hand kopieren",
	close: "Schließen",
	picture: "Bild",
	video: "Video",
	play: "„{title}“ abspielen",
	playLength: "„{title}“ abspielen ({length})",
	videoHost: "Das Video kommt von {host}; dort ist zu sehen, dass Sie es abspielen.",
	quickAnswer: "Kurz gesagt",
	beforeYouStart: "Bevor Sie beginnen",
	steps: "Schritt für Schritt",
	troubleshooting: "Probleme lösen",
	cause: "Ursache",
	solution: "Lösung",
	ifThisFails: "Wenn das nicht hilft",
	note: "Hinweis",
	tip: "Tipp",
	warning: "Achtung",
};
