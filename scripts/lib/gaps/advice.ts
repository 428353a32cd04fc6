import type { Gap } from "#contract/gaps.ts";
import { analyseIn } from "../checks/language-of.ts";
import type { Article, Content } from "../checks/model.ts";

/** What only a person can do for a gap: words of a title, or an answer that helps. */
export function adviceFor(gap: Pick<Gap, "diagnosis" | "query">, article: Pick<Article, "id" | "title">, { data, defaultLocale }: Content): string[] {
	const report = `${data.site.data?.url ?? ""}/manage/articles`;
	if (gap.diagnosis === "not-helpful")
		return [`Improve ${article.id}: readers open it for this and say that it does not help. Their reasons and comments: ${report}`];
	if (gap.diagnosis !== "not-clicked") return [];
	const missing = missingWords(gap.query, article.title ?? "", defaultLocale);
	const hint =
		missing.length === 0 ? "say in its summary that it answers this" : `say ${missing.map((word) => `“${word}”`).join(", ")} in its title or summary`;
	return [`Readers see ${article.id} (“${article.title ?? ""}”) and do not open it: ${hint}.`];
}

/** Words of a search that a title does not say in any form. */
function missingWords(query: string, title: string, locale: string): string[] {
	const analyse = analyseIn(locale);
	const said = new Set(analyse(title).map(({ stem }) => stem));
	return analyse(query)
		.filter(({ stem, functional }) => !functional && !said.has(stem))
		.map(({ word }) => word);
}
