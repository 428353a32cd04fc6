import type { BuiltArticle } from "#site/lib/build-record.ts";
import type { Section } from "#contract/sections.ts";

/** What a thread is started with. */
export interface Place {
	/** Folder of the finished site. */
	out: string;
	/** Address of the site. */
	site: string;
}

/** What a thread is told: an article was rendered, or all were. */
export type Told<Article> = Article | "all rendered";

/** What the thread of search takes, and what it has done when it ends. */
export interface SearchThread {
	takes: BuiltArticle;
	done: { articles: number; kilobytes: number; ms: number };
}

/** What the thread of texts takes, and what it has done when it ends: the sections of each article, by its address. */
export interface TextsThread {
	takes: { article: BuiltArticle; html: string };
	done: ReadonlyMap<string, Section[]>;
}
