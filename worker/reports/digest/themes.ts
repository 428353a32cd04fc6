import type { DigestTheme, DigestTopic } from "#contract/digest.ts";
import type { CategoryTickets } from "#contract/reports.ts";

const mostThemes = 5;

/** What customers wrote about most in a week, with their words. @param topics by ticket category */
export function themesOf(categories: CategoryTickets[], topics: Map<string, DigestTopic[]>): DigestTheme[] {
	return categories
		.filter(({ tickets }) => tickets > 0)
		.slice(0, mostThemes)
		.map(({ category, ...theme }) => ({ id: category, ...theme, topics: topics.get(category) ?? [] }));
}
