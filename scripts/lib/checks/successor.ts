import type { Article, Content } from "./model.ts";

/** The article that an id names for readers of another: in their language, else in the default one. */
export function namedBy(
	{ locale }: Pick<Article, "locale">,
	id: string,
	{ byId, defaultLocale }: Pick<Content, "byId" | "defaultLocale">,
): Article | undefined {
	return byId.get(`${locale}:${id}`) ?? byId.get(`${defaultLocale}:${id}`);
}

/** The id that an archived article names as its successor. */
export function replacedBy({ frontMatter }: Article): string | undefined {
	const id = frontMatter.raw["replacedBy"];
	return typeof id === "string" ? id : undefined;
}

/** The article that holds in place of an archived one, however many were archived in between; undefined where there is none to read. */
export function successorOf(article: Article, content: Pick<Content, "byId" | "defaultLocale">): Article | undefined {
	const seen = new Set<Article>();
	let current: Article | undefined = article;
	while (current?.archived && !seen.has(current)) {
		seen.add(current);
		const id = replacedBy(current);
		current = id === undefined ? undefined : namedBy(article, id, content);
	}
	return current && !current.archived && !current.draft ? current : undefined;
}
