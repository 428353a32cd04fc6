import type { BuiltArticle } from "#site/lib/build-record.ts";
import type { Section } from "#contract/sections.ts";

/** What the thread is started with. */
export interface Place {
	/** Folder of the finished site. */
	out: string;
	/** Address of the site. */
	site: string;
}

/** What the thread is told: an article was rendered, or all were. */
export type Told = { article: BuiltArticle; html: string } | "all rendered";

/** What the thread has done when it ends. */
export interface Done {
	search: { articles: number; kilobytes: number; ms: number };
	/** Sections of each article, by its address. */
	sections: ReadonlyMap<string, Section[]>;
}
