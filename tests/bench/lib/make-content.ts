import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { root } from "#scripts/lib/paths.ts";

/** An article of a made content folder. */
export interface MadeArticle {
	/** Folder and slug. Example: `topics/alarm` */
	id: string;
	title: string;
	summary: string;
	keywords?: string[];
	/** Markdown. */
	body: string;
}

interface MakeContentOptions {
	/** `learned-words.yml` */
	learned?: { article: string; searches: { words: string; visitors: number }[] }[];
}

/** Signs that MDX would take for code, as text. */
export function plainText(text: string): string {
	return text.replace(/[\\{}<>`*_[\]#|~]/g, (sign) => `\\${sign}`);
}

/** Writes a content folder that builds: the sample centre's settings with these articles, and nothing the sample knows of searching. */
export function makeContent(folder: string, articles: MadeArticle[], { learned = [] }: MakeContentOptions = {}): void {
	rmSync(folder, { recursive: true, force: true });
	cpSync(join(root, "content/data"), join(folder, "data"), { recursive: true });
	const categories = [...new Set(articles.map(({ id }) => dirname(id)))].sort();
	const data = {
		"categories.yml": categories.map((slug) => ({ slug, title: `Topic ${slug}`, summary: `Articles on ${slug}.` })),
		"learned-words.yml": learned,
		"synonyms.yml": {},
		"search-tests.yml": [],
		"redirects.yml": [],
	};
	for (const [name, content] of Object.entries(data)) writeFileSync(join(folder, "data", name), stringify(content));
	rmSync(join(folder, "data/pinned-results.yml"), { force: true });
	for (const { id, title, summary, keywords = [], body } of articles) {
		const file = join(folder, "articles/en", `${id}.mdx`);
		mkdirSync(dirname(file), { recursive: true });
		const matter = { title, summary, type: "faq", owner: "support", lastReviewed: new Date().toISOString().slice(0, 10), keywords };
		writeFileSync(file, `---\n${stringify(matter)}---\n\n${body}\n`);
	}
}
