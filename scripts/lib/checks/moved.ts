import { addressKey } from "#contract/old-addresses.ts";
import { createRedirectTable, type RedirectTable } from "#site/lib/redirects.ts";
import type { Article, Content } from "./model.ts";
import { allRedirects } from "./rules/redirects.ts";

/** The article that stands now for an id that is gone: its address is redirected there. Without a locale, that of the default one. */
export type Moved = (id: string, locale?: string) => Article | undefined;

/** The redirects are read at the first question, as a sound centre asks none. */
export function createMoved(content: Content): Moved {
	const { defaultLocale, pages, prefix } = content;
	let table: RedirectTable | undefined;
	return (id, locale = defaultLocale) => {
		table ??= createRedirectTable(allRedirects(content));
		const old = `${prefix(locale)}/${id}/`;
		const end = table.paths.has(addressKey(old)) ? table.follow(old) : undefined;
		const article = end === undefined ? undefined : pages.get(`${addressKey(end)}/`)?.article;
		return article && !article.archived && article.locale === locale ? article : undefined;
	};
}
