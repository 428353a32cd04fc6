/** Pages of topics. */
export const category = {
	feed: "Follow by feed (RSS)",
	/** With links: {search} and {contact}. */
	ask: "Not what you are looking for? {search} or {contact}.",
	searchAll: "Search all articles",
	contact: "contact support",
};
