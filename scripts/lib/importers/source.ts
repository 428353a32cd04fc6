import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import type { Redirect } from "#site/lib/redirects.ts";
import type { ArticleType } from "#site/schemas/article.ts";
import type { Note } from "./notes.ts";

/** The text of an article as its source has it. */
export interface SourceText {
	format: "markdown" | "mdx" | "html";
	text: string;
	/** Line of the file on which the text begins; 1 where the source has no lines to speak of. */
	firstLine: number;
}

/** One article of a source. Thousands of these are held at once, so the text is read only when it is converted. */
export interface SourceArticle {
	/** Names the article in its source for good: the next import finds it again by this. Example: `docs/guide/first steps.md` */
	key: string;
	/** Where a person finds it in the source. Example: `articles.json#360001` */
	file: string;
	/** Folders and last part of its address, as the source writes them; the last is `index` for the page of a folder. Example: `["Guides & tips", "First steps"]` */
	path: string[];
	/** Folder of `articles/`. Default: the import's locale. */
	locale?: string;
	/** Default: the first heading of the text, then the last part of the path. */
	title?: string | undefined;
	/** Default: the first sentences of the text. */
	summary?: string | undefined;
	/** Default: guessed from title and text. */
	type?: ArticleType | undefined;
	/** Labels and tags. */
	keywords: string[];
	draft: boolean;
	/** Shown on the home page. */
	featured?: boolean;
	/** No longer current in the source, but kept. */
	archived?: boolean;
	/** Day of the last change, `YYYY-MM-DD`. */
	updated?: string | undefined;
	/** Every address the article has or had in its source, from the root of the old site, with a leading slash. */
	addresses: string[];
	/** What the source knows and an article here has no field for, to be reported. Example: `["sidebar_position: 3"]` */
	leftOver: string[];
	/** @throws Error whose message says why the text cannot be read */
	read(): Promise<SourceText>;
}

/** A folder of the source that has a name of its own. */
export interface SourceCategory {
	/** Like the folders of `SourceArticle.path`. */
	path: string[];
	title: string;
	summary?: string | undefined;
	/** Addresses it had in its source, from the root of the old site, with a leading slash. Default: none. */
	addresses?: string[];
}

/** A file that an import keeps beside its report. */
export interface SourceExtra {
	/** Path below `import/`. Example: `zendesk-votes.json` */
	path: string;
	/** @throws Error whose message says why it cannot be read */
	read(): Promise<string>;
}

/** A file that an article shows or offers for download. */
export interface SourceFile {
	/** Names it in the source. Two references to one file have one name. */
	key: string;
	/** File name with extension, as it is there. */
	name: string;
	/** @throws Error whose message says why it cannot be read */
	read(): Promise<Buffer>;
}

/** What dialects may do with an article while it is converted. */
export interface Conversion {
	article: SourceArticle;
	/** Adds a line to the report, at a line of the article's file. */
	note(kind: Note["kind"], what: string, line?: number): void;
}

/** A text that a dialect has rewritten, and where its lines were before; both count from 1. */
export interface Rewritten {
	text: string;
	lineOf(line: number): number;
}

/** What makes one source's text differ from another's. Every step is optional. */
export interface Dialect {
	/**
	 * Rewrites what is no Markdown (Liquid, shortcodes, includes) before it is parsed. Lines of its notes count from the text's first;
	 * where it moves lines, it tells where they were.
	 */
	rewrite?(text: string, conversion: Conversion): string | Rewritten | Promise<string | Rewritten>;
	/** Gives Markdown nodes a meaning: `node.data.hName` names the element they become. See `body/elements.ts` for elements that become components. */
	markdown?(tree: MdastRoot, conversion: Conversion): void;
	/** Rewrites HTML elements before they are cleaned and turned into an article. */
	html?(tree: HastRoot, conversion: Conversion): void;
	/** Reads `:::note` blocks. Default: false. */
	directives?: boolean;
}

/** A help centre to be imported, opened: what it holds is known, texts and files are read one by one. */
export interface Source {
	/** Example: `zendesk` */
	name: string;
	/** Locale of the articles without an address prefix, where the source knows it. Default: the import's locale. */
	locale?: string | undefined;
	articles: SourceArticle[];
	categories: SourceCategory[];
	/** Old addresses that the source itself redirected; `to` is an address of the source or of elsewhere. */
	redirects: { from: string; to: string; file: string; line: number }[];
	/** Old addresses of the pages that every centre has, and what those are here. Default: none. */
	oldPages?: Redirect[];
	/** What had to be said while opening it: files that could not be read, parts that have no counterpart. */
	notes: Note[];
	dialect: Dialect;
	/**
	 * The article that a link leads to, and what follows `#`. Called for every link; undefined where the link leads elsewhere.
	 * @param url as written in the text of `from`
	 */
	resolveLink(url: string, from: SourceArticle): { key: string; anchor?: string | undefined } | undefined;
	/** The folders of the category that a link leads to; undefined where it leads elsewhere. Default: links lead to no category. */
	resolveCategory?(url: string, from: SourceArticle): string[] | undefined;
	/**
	 * Address here of the page that every centre has (home, contact, search) and that a link leads to; undefined where it leads
	 * elsewhere. Default: links lead to none. Example: `/search/?q=invoice`
	 */
	resolvePage?(url: string): string | undefined;
	/** The file that a picture or link names; undefined where the source has none. */
	resolveFile(url: string, from: SourceArticle): SourceFile | undefined;
	/** What it holds besides articles and is kept, like votes. Default: nothing. */
	extra?: SourceExtra[];
	/** Ends what opening began. */
	close(): Promise<void>;
}
