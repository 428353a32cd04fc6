import { readFrontMatter } from "#site/lib/front-matter.ts";
import type { Published } from "#site/schemas/published.ts";
import { splitArticlePath } from "../../article-path.ts";
import type { Content } from "../model.ts";
import { parseBody } from "../parse-body.ts";
import type { History, PastFile } from "./history.ts";
import { publishedFile } from "./read-published.ts";

/** A page that readers may have kept the address of. */
export interface PastPage {
	/** Example: `/data-entry/add-esg-data/` */
	address: string;
	/** Where it was written, as a person would type it. */
	file: string;
	/** Ids on it that links may lead to. */
	anchors: string[];
	/** How it is known. */
	known: "published" | "history";
	/** Title and text, for finding what is like it. */
	title: string;
	text: string;
	/** Path of the article that it was renamed to. */
	renamedTo?: string | undefined;
	/** Id of the article that it named as its successor. */
	replacedBy?: string | undefined;
	/** An old address: where it led. */
	ledTo?: string | undefined;
}

/** Every page that was there before: those of the last deployment, and those of the articles that git knows. One for each address. */
export function pastPages(content: Content, published: Published | undefined, history: History | undefined): PastPage[] {
	const locales = new Set(content.articles.map(({ locale }) => locale));
	const pages = new Map((history?.past ?? []).flatMap((file) => fromHistory(file, content)).map((page) => [page.address, page]));
	for (const [address, { article, anchors, to }] of Object.entries(published?.addresses ?? {})) {
		const before = pages.get(address);
		pages.set(address, {
			address,
			file: content.display(article === undefined ? publishedFile : `articles/${localeOf(address, locales, content)}/${article}.mdx`),
			title: wordsOf(article ?? ""),
			text: anchors.map(wordsOf).join(" "),
			ledTo: to,
			...before,
			anchors: [...new Set([...anchors, ...(before?.anchors ?? [])])],
			known: "published",
		});
	}
	return [...pages.values()].sort((one, other) => (one.address < other.address ? -1 : 1));
}

/** The last part of an id, as words. */
function wordsOf(id: string): string {
	return (id.split("/").at(-1) ?? "").replaceAll("-", " ");
}

function localeOf(address: string, locales: ReadonlySet<string>, { prefix, defaultLocale }: Content): string {
	const first = address.split("/")[1] ?? "";
	return prefix(first) === `/${first}` && locales.has(first) ? first : defaultLocale;
}

function fromHistory({ path, versions, base, renamedTo }: PastFile, content: Content): PastPage[] {
	const now = content.texts.get(path);
	// The draft of an article is no page. Of one that is there still, only what the open change does to it counts.
	const published = (now === undefined ? versions : versions.filter((text) => text === base)).filter((text) => !isDraft(text));
	const [newest] = published;
	if (newest === undefined) return [];
	const { locale = "", id = "" } = splitArticlePath(path) ?? {};
	const { raw, bodyOffset } = readFrontMatter(newest, path);
	const successor = renamedTo === undefined ? now : content.texts.get(renamedTo);
	return [
		{
			address: `${content.prefix(locale)}/${id}/`,
			file: content.display(path),
			anchors: base === undefined || isDraft(base) || hasSameHeadings(base, successor ?? "") ? [] : idsOf(base),
			known: "history",
			title: typeof raw["title"] === "string" ? raw["title"] : "",
			text: newest.slice(bodyOffset),
			renamedTo,
			replacedBy: typeof raw["replacedBy"] === "string" ? raw["replacedBy"] : undefined,
		},
	];
}

/** Whether front matter says `draft: true`; cheap, since it is asked of many texts. */
function isDraft(text: string): boolean {
	return /^draft:[ \t]*(["']?)true\1/m.test(text) && readFrontMatter(text, "").raw["draft"] === true;
}

/** Whether two texts have the same lines that make ids: most changes leave them as they are, and need not be parsed. */
function hasSameHeadings(one: string, other: string): boolean {
	const lines = (text: string) => (text.match(/^[ \t]*(?:#|<[A-Z]|[=-]{2,}).*$|^.*\b(?:id|title)=.*$/gm) ?? []).map((line) => line.trim()).join("\n");
	return lines(one) === lines(other);
}

function idsOf(text: string): string[] {
	return [...(parseBody(text, "", readFrontMatter(text, "")).body?.ids ?? [])];
}
