import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtArticles, onBody, type BuiltArticle } from "#site/lib/build-record.ts";
import { flattenCategories, toCategories, type Category } from "#site/lib/categories.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { llmsTxt, type ListedTopic } from "#site/lib/twin/llms-txt.ts";
import { markdownOf, twinOf, twinPath } from "#site/lib/twin/markdown-twin.ts";
import { cutSections } from "#site/lib/twin/sections.ts";
import type { Section } from "#contract/sections.ts";

/** The part of a build that writes Markdown. */
export interface TwinsBuild {
	/** Writes the lists of all articles, and ends. Returns the sections of each article, by its address. */
	finish(): ReadonlyMap<string, Section[]>;
}

/** Begins before the pages are rendered: each article's Markdown is written as soon as its page is there. Archived ones get none. */
export function startTwins(out: string, site: URL): TwinsBuild {
	const sections = new Map<string, Section[]>();
	const stop = onBody((article, html) => {
		if (article.archived) return;
		const { title, summary, url, tree, headings } = article;
		const file = join(out, twinPath(url));
		const twin = twinOf({ title, summary, html, page: new URL(url, site).href, tree });
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, markdownOf(twin));
		sections.set(url, cutSections(twin, headings));
	});
	return {
		finish() {
			stop();
			writeLists(out, site);
			return sections;
		},
	};
}

/** Writes `llms.txt` and `llms-full.txt` of the centre's first language. */
function writeLists(out: string, site: URL): void {
	const { site: centre, categories } = readContentData();
	const articles = [...builtArticles().values()].filter(({ locale, archived }) => locale === centre.defaultLocale && !archived);
	const topics = topicsOf(flattenCategories(toCategories(categories)), articles);
	writeFileSync(join(out, "llms.txt"), llmsTxt({ name: centre.name, description: centre.description, site }, topics));
	const full = join(out, "llms-full.txt");
	writeFileSync(full, `# ${centre.name}\n\n> ${centre.description}\n`);
	// One by one: together they may be larger than what is good to hold in memory.
	for (const { url } of topics.flatMap((topic) => topic.articles)) appendFileSync(full, `\n---\n\n${readFileSync(join(out, twinPath(url)), "utf8")}`);
}

function topicsOf(categories: Category[], articles: BuiltArticle[]): ListedTopic[] {
	const titles = new Map(categories.map(({ id, title }) => [id, title]));
	const byCategory = Map.groupBy(articles, ({ category }) => category);
	const trail = (id: string) =>
		id
			.split("/")
			.map((_, index, parts) => titles.get(parts.slice(0, index + 1).join("/")) ?? "")
			.join(" › ");
	return categories.map(({ id }) => ({ title: trail(id), articles: (byCategory.get(id) ?? []).sort((one, other) => one.title.localeCompare(other.title)) }));
}
