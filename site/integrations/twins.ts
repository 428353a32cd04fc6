import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Root } from "hast";
import { builtArticles, type BuiltArticle } from "#site/lib/build-record.ts";
import { languages } from "#site/lib/languages.ts";
import { topicsIn } from "#site/lib/topics.ts";
import { llmsTxt, type ListedTopic } from "#site/lib/twin/llms-txt.ts";
import { markdownOf, twinOf, twinPath } from "#site/lib/twin/markdown-twin.ts";
import { cutSections } from "#site/lib/twin/sections.ts";
import type { Section } from "#contract/sections.ts";

/** The part of a build that writes Markdown. */
export interface TwinsBuild {
	/** Writes the Markdown of an article that is not archived. `body` is changed by that. */
	add(article: BuiltArticle, body: Root): void;
	/** Writes the lists of all articles. Returns the sections of each article, by its address. */
	finish(): ReadonlyMap<string, Section[]>;
}

/** Begins before the pages are rendered: each article's Markdown is written as soon as its page is there. */
export function startTwins(out: string, site: URL): TwinsBuild {
	const sections = new Map<string, Section[]>();
	return {
		add({ title, summary, url, tree, headings }, body) {
			const file = join(out, twinPath(url));
			const twin = twinOf({ title, summary, body, page: new URL(url, site).href, tree });
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, markdownOf(twin));
			sections.set(url, cutSections(twin, headings));
		},
		finish() {
			writeLists(out, site);
			return sections;
		},
	};
}

/** Writes `llms.txt` and `llms-full.txt` of each language that has articles; the first one's names the others. */
function writeLists(out: string, site: URL): void {
	const published = [...builtArticles().values()].filter(({ archived }) => !archived);
	const articles = Map.groupBy(published, ({ locale }) => locale);
	const listed = languages.filter(({ base, locale }) => base === "" || articles.has(locale));
	const others = listed.filter(({ base }) => base !== "").map((other) => ({ name: other.name, centre: other.site.name, url: `${other.base}/llms.txt` }));
	for (const {
		locale,
		base,
		t,
		site: { name, description },
	} of listed) {
		const topics = listedTopics(locale, articles.get(locale) ?? []);
		const centre = { name, description, site, languages: t.page.languages, others: base === "" ? others : [] };
		writeFileSync(join(out, base, "llms.txt"), llmsTxt(centre, topics));
		const full = join(out, base, "llms-full.txt");
		writeFileSync(full, `# ${name}\n\n> ${description}\n`);
		// One by one: together they may be larger than what is good to hold in memory.
		for (const { url } of topics.flatMap((topic) => topic.articles)) appendFileSync(full, `\n---\n\n${readFileSync(join(out, twinPath(url)), "utf8")}`);
	}
}

function listedTopics(locale: string, articles: BuiltArticle[]): ListedTopic[] {
	const topics = topicsIn(locale);
	const titles = new Map(topics.map(({ id, title }) => [id, title]));
	const byCategory = Map.groupBy(articles, ({ category }) => category);
	const trail = (id: string) =>
		id
			.split("/")
			.map((_, index, parts) => titles.get(parts.slice(0, index + 1).join("/")) ?? "")
			.join(" › ");
	return topics.map(({ id }) => ({
		title: trail(id),
		articles: (byCategory.get(id) ?? []).sort((one, other) => one.title.localeCompare(other.title, locale)),
	}));
}
