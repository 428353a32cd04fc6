import { readContent } from "#scripts/lib/checks/read-content.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readFrontMatter } from "#site/lib/front-matter.ts";

/** What made-up visitors know of an article. */
export interface SampleDocument {
	id: string;
	url: string;
	title: string;
	/** Customers' words, which they search for. */
	keywords: string[];
}

/** The articles of the built site that search may show, with the customers' words of their files. */
export function sampleDocuments({ articles, defaultLocale }: Pick<SiteManifest, "articles" | "defaultLocale">): SampleDocument[] {
	const { texts } = readContent(contentFolder());
	return Object.entries(articles)
		.filter(([, article]) => !article.archived)
		.map(([id, { url, title }]) => {
			const file = `articles/${defaultLocale}/${id}.mdx`;
			return { id, url, title, keywords: readFrontMatter(texts.get(file) ?? "", file).data?.keywords ?? [] };
		});
}
