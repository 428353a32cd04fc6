import type { ArticleType } from "#site/schemas/article.ts";

/** The type that title, folders and text of an imported article speak for; `reference` where nothing does. A person decides at its adoption. */
export function guessType(title: string, path: string[], body: string): ArticleType {
	const words = title.toLowerCase();
	if (/\bfaqs?\b|frequently asked/.test(words)) return "faq";
	if (/troubleshoot|\berrors?\b|\bfix(ing)?\b|not working|doesn.?t|can.?t\b|\bfail(s|ed|ing)?\b|\bproblems?\b|known issues/.test(words))
		return "troubleshooting";
	if (/best[ -]practices?|\btips\b|recommendations/.test(words)) return "best-practices";
	if (/getting[ -]started|quick ?start|onboarding|first steps|\bintroduction\b|welcome/.test(`${path.join(" ")} ${words}`.toLowerCase()))
		return "getting-started";
	const steps = body.match(/^\d+\. /gm)?.length ?? 0;
	return /^(how\b|set ?up|create|creating|add|adding|install|configur|connect|manage|enable|use|using|change|delete|import|export)/i.test(title) || steps >= 3
		? "how-to"
		: "reference";
}
