/** Around every page. */
export const page = {
	skip: "Skip to the content",
	main: "Main",
	home: "Home",
	breadcrumb: "Breadcrumb",
	contact: "Contact",
	contactSupport: "Contact support",
	topics: "Topics",
	allTopics: "All topics",
	help: "Help",
	promises: "What we promise",
	theme: "Switch between light and dark",
	languages: "Languages",
	incident: "Known problem: {title}",
	incidentSince: "Since {moment}",
	incidentFollow: "Follow it",
	incidentStatus: {
		investigating: "We are looking into it.",
		identified: "We know the cause and are fixing it.",
		monitoring: "A fix is in place; we are watching it.",
		resolved: "",
	},
	feed: "Release notes",
	/** Name of the feed of changes. */
	changes: "New and changed articles",
	draft: "Draft",
	articles: { one: "{count} article", other: "{count} articles" },
};
