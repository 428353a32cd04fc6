import type { Note } from "../../notes.ts";
import type { Conversion, SourceArticle, SourceCategory } from "../../source.ts";
import type { Tree } from "../../tree/tree.ts";
import type { Fields } from "./front-matter.ts";

/** A folder of a tree whose Markdown files are articles. */
export interface Root {
	/** Without slash at the end; empty for the whole tree. Example: `src/content/docs` */
	folder: string;
	/** Where its pages stand in the old site, without slash at the end. Example: `/docs` */
	address: string;
	/** Folders that its pages get here. Default: none. Example: `["docs"]` */
	path?: string[];
	locale?: string | undefined;
	/** Pages with a day in their name. */
	posts?: boolean;
	/** Numbers before names are part of addresses. Default: false, they set an order. */
	numbered?: boolean;
}

/** A Markdown file of a tree, with what stands before its text. */
export interface Page {
	/** Example: `src/content/docs/guides/first steps.mdx` */
	file: string;
	/** Path below the root, without extension. Example: `guides/first steps` */
	name: string;
	root: Root;
	fields: Fields;
}

/** Where a page stands. */
export interface Place {
	/** Like `SourceArticle.path`. */
	path: string[];
	/** The page's address first, then the others it had. */
	addresses: string[];
	locale?: string | undefined;
	/** Names that links use for it besides its file and addresses. Example: Docusaurus' `id` */
	names?: string[];
	/** It is not published. */
	draft?: boolean;
	/** The day in its name, `YYYY-MM-DD`. */
	day?: string | undefined;
	/** Fields that the place has used up. */
	used: string[];
	/** Why its address is not known. */
	problem?: string | undefined;
}

/** Redirects that a source keeps, as `Source.redirects` has them. */
export interface OldRedirect {
	from: string;
	to: string;
	file: string;
	line: number;
}

/** What makes one generator's tree different from another's: where things lie, and what its text means. */
export interface Site {
	roots: Root[];
	/** Folders whose files are served from the root of the site. The first one that has a file wins. */
	assetFolders: string[];
	/** Path that all addresses of the site begin with, without slash at the end. Example: `/help` */
	base: string;
	/** Address of the site, so that links to itself are known. Example: `https://docs.example.com` */
	origin?: string | undefined;
	format(file: string): "markdown" | "mdx";
	/** Why a Markdown file below a root is no article; undefined when it is one. */
	leftOut(page: Omit<Page, "fields">): string | undefined;
	/** The fields of a page with those that the configuration gives it. Default: its own. */
	fieldsOf?(page: Page): Fields;
	place(page: Page): Place;
	/** Whether old addresses without a slash at the beginning count from the root, not from the page. Default: false. */
	aliasesFromRoot?: boolean;
	/** Rewrites what is no Markdown, in order, before what all dialects share. */
	steps: Step[];
	/** Turns a heading into the id the generator gave it, where that is not the usual one. */
	headingId?(words: string): string;
	/** What separates labels that are written as one text. Default: a comma. */
	labelSeparator?: RegExp;
	categories: SourceCategory[];
	redirects: OldRedirect[];
	notes: Note[];
}

/** Finds pages and files of a tree by what authors write. */
export interface Library {
	tree: Tree;
	/** Text of a file without its front matter; undefined where there is none. */
	text(file: string): Promise<string | undefined>;
	/** File of the page that an address, path or name leads to. */
	page(url: string, from: Pick<SourceArticle, "key" | "addresses">): string | undefined;
	/** File that a path or address names, page or not. */
	file(url: string, from: Pick<SourceArticle, "key" | "addresses">): string | undefined;
	/** File of a name with extension, however deep it lies. */
	fileNamed(name: string): string | undefined;
	/** File of the page of a title, id or file name, however deep it lies. */
	named(name: string): string | undefined;
}

/** What a step knows. Lines of its notes are those of the text that it is given. */
export interface StepContext extends Pick<Conversion, "article" | "note"> {
	library: Library;
}

/** Rewrites an article's text in one respect. */
export type Step = (text: string, context: StepContext) => string | Promise<string>;

/** Address of a file inside the tree, for links that a step writes; `Library` understands it. Example: `/docs/first%20steps.md` */
export function addressOfFile(file: string, rest = ""): string {
	return `/${file.split("/").map(encodeURIComponent).join("/")}${rest}`;
}
