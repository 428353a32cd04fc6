import type { category as english } from "../en/category.ts";
import type { Translated } from "../message.ts";

/** Pages of topics. */
export const category: Translated<typeof english> = {
	feed: "Als Feed abonnieren (RSS)",
	/** With links: {search} and {contact}. */
	ask: "Nicht das Richtige dabei? {search} oder {contact}.",
	searchAll: "Alle Artikel durchsuchen",
	contact: "den Support kontaktieren",
};
