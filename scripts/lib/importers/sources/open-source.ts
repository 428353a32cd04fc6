import type { Source } from "../source.ts";
import { openConfluence } from "./confluence/open-confluence.ts";
import { openIntercom } from "./intercom/open-intercom.ts";
import { openMarkdown } from "./markdown/open-markdown.ts";
import { openNotion } from "./notion/open-notion.ts";
import { openZendesk } from "./zendesk/open-zendesk.ts";

/** What opening a source may need to know. */
export interface OpenOptions {
	/** Locale of the articles where neither the source nor a person says another. */
	locale: string;
	/** Locale that a person has asked for, or that the content folder has. */
	asked?: string | undefined;
}

/** Opens a folder or zip of one kind of source. */
export type OpenSource = (path: string, options: OpenOptions) => Promise<Source>;

/** Kinds of sources by the word that `npm run import` takes. */
export const sources: Record<string, { open: OpenSource; what: string }> = {
	confluence: { open: (path) => openConfluence(path), what: "the HTML export of a Confluence space" },
	notion: { open: (path) => openNotion(path), what: "Notion's export as Markdown and CSV" },
	markdown: { open: (path) => openMarkdown(path, "markdown"), what: "a folder of Markdown or MDX; the dialect is found out" },
	starlight: { open: (path) => openMarkdown(path, "starlight", "starlight"), what: "a project of Astro's Starlight" },
	docusaurus: { open: (path) => openMarkdown(path, "docusaurus", "docusaurus"), what: "a project of Docusaurus" },
	jekyll: { open: (path) => openMarkdown(path, "jekyll", "jekyll"), what: "a site of Jekyll, with pages, posts and collections" },
	hugo: { open: (path) => openMarkdown(path, "hugo", "hugo"), what: "a site of Hugo, in one or several languages" },
	mkdocs: { open: (path) => openMarkdown(path, "mkdocs", "plain"), what: "a folder of MkDocs" },
	zendesk: { open: (path, { asked }) => openZendesk(path, asked), what: "JSON of Zendesk's Help Center API, with attachments beside it" },
	intercom: { open: (path, { asked }) => openIntercom(path, asked), what: "JSON of Intercom's articles API, with pictures beside it" },
};
