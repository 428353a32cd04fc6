import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { BuiltSearch } from "#scripts/lib/built-search.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";

/** Something readers look for that an article answers. */
export interface Topic {
	article: string;
	/** Phrasings that today's search answers with this article among its first three. */
	phrasings: string[];
	/** A ticket category. */
	category: string;
}

/** What a search shows. */
export interface Shown {
	/** Confident results, as the page counts them. */
	results: number;
	/** Articles in their order; the nearest ones where there is no confident result. */
	articles: string[];
}

/** The site's real search, each query asked once. */
export function createLook({ search }: BuiltSearch): (query: string) => Promise<Shown> {
	const known = new Map<string, Promise<Shown>>();
	async function look(query: string): Promise<Shown> {
		const { answered, total, results } = await search(query);
		return { results: answered ? total : 0, articles: results.map(({ document }) => document.id) };
	}
	return (query) => {
		const shown = known.get(query) ?? look(query);
		known.set(query, shown);
		return shown;
	};
}

/** Topics of the articles of a content folder, in the order of their ids: by title and by what their writers call them. */
export async function readTopics(content: string, site: SiteManifest, look: (query: string) => Promise<Shown>): Promise<Topic[]> {
	const folder = join(content, "articles/en");
	const topics: Topic[] = [];
	for (const file of globSync("**/*.mdx", { cwd: folder }).sort()) {
		const article = file.slice(0, -".mdx".length);
		const known = site.articles[article];
		const matter = /^---\n(.*?)\n---/s.exec(readFileSync(join(folder, file), "utf8"))?.[1];
		if (!known || known.type === "release-notes" || matter === undefined) continue;
		const { keywords = [] } = parse(matter) as { keywords?: string[] };
		const phrasings: string[] = [];
		for (const words of keywords.filter((word) => word.includes(" ")).map((word) => word.toLowerCase())) {
			const { results, articles } = await look(words);
			if (results > 0 && articles.slice(0, 3).includes(article)) phrasings.push(words);
		}
		if (phrasings.length >= 3) topics.push({ article, phrasings: phrasings.slice(0, 6), category: known.answers[0] ?? "other" });
	}
	return topics;
}
