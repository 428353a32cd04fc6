import type { page as english } from "../en/page.ts";
import type { Translated } from "../message.ts";

/** Around every page. */
export const page: Translated<typeof english> = {
	skip: "Zum Inhalt springen",
	main: "Hauptmenü",
	home: "Startseite",
	breadcrumb: "Sie sind hier",
	contact: "Kontakt",
	contactSupport: "Support kontaktieren",
	topics: "Themen",
	allTopics: "Alle Themen",
	help: "Hilfe",
	promises: "Was wir versprechen",
	theme: "Zwischen hell und dunkel wechseln",
	languages: "Sprachen",
	incident: "Bekanntes Problem: {title}",
	incidentSince: "Seit dem {moment}",
	incidentFollow: "Verlauf ansehen",
	incidentStatus: {
		investigating: "Wir suchen die Ursache.",
		identified: "Wir kennen die Ursache und beheben sie.",
		monitoring: "Die Lösung ist eingespielt; wir behalten sie im Auge.",
		resolved: "",
	},
	feed: "Neuerungen",
	changes: "Neue und geänderte Artikel",
	draft: "Entwurf",
	articles: { one: "{count} Artikel", other: "{count} Artikel" },
};
