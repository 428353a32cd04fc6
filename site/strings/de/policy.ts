import type { policy as english } from "../en/policy.ts";
import type { Translated } from "../message.ts";

/** The page of promises. */
export const policy: Translated<typeof english> = {
	title: "Was der Support verspricht",
	description: "Wann wir erreichbar sind, wie schnell ein Mensch antwortet, was als dringend gilt und was Sie tun können, wenn wir uns verspäten.",
	lead: "Wann Ihnen ein Mensch antwortet, wie wir entscheiden, was zuerst kommt, und was Sie tun können, wenn wir uns verspäten. Das gilt für {product}.",
	open: "Wann wir erreichbar sind",
	/** {hours} are `hours` in bold. */
	openText: "{hours} ({zone}), außer an den Tagen unten. Schreiben können Sie jederzeit.",
	hours: "{days}, {opens} bis {closes} Uhr",
	everyDay: "Jeden Tag",
	dayRange: "{from} bis {to}",
	/** By a script, where the reader lives in another zone; {opens} and {closes} are times, or `dayBefore` or `dayAfter`. */
	ownHours: "In Ihrer Zeit ({zone}) ist das von {opens} bis {closes}, so wie die Uhren heute stehen.",
	dayBefore: "{time} Uhr am Vortag",
	dayAfter: "{time} Uhr am Tag danach",
	dayAndNight: "Nachrichten der Priorität {priorities} werden Tag und Nacht beantwortet, an jedem Tag im Jahr.",
	chat: "Der Live-Chat ist geöffnet, solange wir erreichbar sind.",
	phones: "Unsere Telefonnummern sind nur für kritische Probleme da, damit dafür die Leitung frei ist.",
	closed: "Geschlossen an diesen Tagen",
	priorities: "Prioritäten",
	prioritiesText: "Wenn Sie uns schreiben, beantworten Sie drei Fragen. Aus den Antworten ergibt sich die Priorität; Sie sehen sie vor dem Senden.",
	whatCounts: "Was zu welcher Priorität führt",
	/** {atRiskAnswer} and {lostAnswer} are answers of the contact form. */
	danger: "Sind Daten oder Geld in Gefahr? Dann ist es mindestens {atRisk} („{atRiskAnswer}“) oder {lost} („{lostAnswer}“), wer auch immer betroffen ist.",
	firstAnswer: "Wie schnell ein Mensch antwortet",
	firstAnswerTable: "Zeit bis zur ersten Antwort, nach Priorität und Tarif",
	solution: "Wie schnell es gelöst ist",
	solutionTable: "Zeit bis zur Lösung, nach Priorität und Tarif",
	varies: "je nachdem",
	nextBusinessDay: "nächster Werktag",
	plan: "Tarif",
	standard: "Standard",
	counted: "Gezählt",
	countedAlways: "Tag und Nacht",
	countedHours: "Öffnungszeit",
	plansText:
		"Ihr Tarif zählt, wenn Sie uns aus {product} heraus schreiben, wo Sie angemeldet sind. Für alle anderen gelten die Standardzeiten: An einer E-Mail-Adresse allein erkennen wir Sie nicht.",
	words: "Was die Wörter bedeuten",
	wordAnswer: "Erste Antwort",
	wordAnswerText: "Ein Mensch hat Ihre Nachricht gelesen und antwortet Ihnen. Eine automatische E-Mail zählt nicht.",
	wordSolved: "Gelöst",
	wordSolvedText: "Es funktioniert wieder, notfalls auf anderem Weg als bisher. Die dauerhafte Lösung kann später kommen.",
	wordHours: "Öffnungszeit",
	wordHoursText:
		"Bei {priorities} läuft die Uhr, solange wir erreichbar sind. Sie steht nachts, an geschlossenen Tagen und solange wir auf Sie warten. Was am letzten offenen Tag zum Ende der Öffnungszeit ankommt, beginnt am nächsten offenen Tag.",
	wordPromised: "Zugesagte Zeit",
	wordPromisedText:
		"Tag und Uhrzeit, bis zu denen wir antworten, in Ihrer Zeitzone. Sie stehen auf der Seite, die Sie nach dem Senden sehen, und ändern sich nicht.",
	late: "Wenn wir uns verspäten",
	/** With a link: {hotline}. */
	hotline: "Hotline bei Ausfällen, Tag und Nacht: {hotline}",
	exclusions: "Was der Support nicht leistet",
};
