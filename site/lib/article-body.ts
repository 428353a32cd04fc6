import { createHash } from "node:crypto";
import GithubSlugger from "github-slugger";
import { parse, type HTMLElement } from "node-html-parser";
import { partsOf, type ArticleParts } from "./article-parts.ts";
import { escapeHtml } from "./escape-html.ts";
import { addressIn } from "./language-address.ts";
import { passagesOf, textOf, type Passage } from "./passages.ts";
import type { OldAnchor } from "./redirects.ts";
import { fullSize } from "./picture-sizes.ts";
import { nameTargets, readTree } from "./troubleshooter/read-tree.ts";
import type { Tree } from "./troubleshooter/tree.ts";
import { makeScrollable, type FrameWords } from "./scrollable.ts";

/** A heading that the contents list and search can lead to. */
export interface BodyHeading {
	depth: number;
	id: string;
	text: string;
}

/** A rendered article, ready for the page and for the search index. */
export interface ArticleBody {
	html: string;
	headings: BodyHeading[];
	/** Ids that links from elsewhere lead to: those of all headings, and the old ones kept for them. */
	anchors: string[];
	/** Plain text of the quick answer; empty where the article has none. */
	quickAnswer: string;
	/** The text in reading order, without its headings: what search looks through. */
	passages: Passage[];
	/** Its steps and questions. */
	parts: ArticleParts;
	/** Its guided troubleshooter; null where it has none. */
	tree: Tree | null;
	/** Its first picture of this site, in full size; null where it has none. */
	picture: { src: string; alt: string } | null;
	/** 12 hex digits over title, summary and body. */
	revision: string;
}

const attributesOfContent = ["href", "alt"];
/** Elements that only offer a picture in other forms and sizes. */
const ofPictures = new Set(["PICTURE", "SOURCE"]);

/**
 * What of a body makes it another revision: its words, links and structure. Classes, ids, file names with hashes and the like
 * belong to the design and may change without the article having changed.
 */
function contentOf(root: HTMLElement): string {
	const parts: string[] = [];
	for (const element of root.querySelectorAll("*")) {
		if (ofPictures.has(element.tagName)) continue;
		parts.push(element.tagName, ...attributesOfContent.map((name) => element.getAttribute(name) ?? ""));
	}
	return `${parts.join(" ")}\n${textOf(root)}`;
}

/** Headings that components print have no id yet: each gets one from its words, unique on the page. */
function addIds(root: HTMLElement): void {
	const slugger = new GithubSlugger();
	for (const element of root.querySelectorAll("[id]")) slugger.slug(element.id);
	for (const heading of root.querySelectorAll("[data-title]:not([id])"))
		heading.setAttribute("id", slugger.slug(/[\p{L}\p{N}]/u.test(textOf(heading)) ? textOf(heading) : "section"));
}

/** Links stay in the language of the page. */
function leadToLanguage(root: HTMLElement, base: string): void {
	for (const link of root.querySelectorAll("a[href]")) link.setAttribute("href", addressIn(base, link.getAttribute("href") ?? ""));
}

/** Letters that a screen has room for above a picture which readers then see at once. */
const firstScreen = 300;

/** The first picture is not loaded late where readers see it at once. `html` is what `root` was parsed from. */
function hurryTopPicture(root: HTMLElement, html: string): void {
	const top = root.querySelector("img");
	if (top?.getAttribute("loading") === "lazy" && parse(html.slice(0, top.range[0])).textContent.trim().length < firstScreen)
		top.setAttribute("loading", "eager");
}

/**
 * A picture leads to itself in full size; a script makes that a dialog.
 * @returns the first picture of this site
 */
function wrapPictures(root: HTMLElement): ArticleBody["picture"] {
	const full = root.querySelectorAll("img").map((image) => {
		const src = image.getAttribute(fullSize) ?? image.getAttribute("src") ?? "";
		if (image.hasAttribute(fullSize)) image.removeAttribute(fullSize);
		const picture = image.closest("picture") ?? image;
		if (!image.closest("a")) picture.replaceWith(`<a class="zoom" href="${escapeHtml(src)}" data-zoom>${picture.outerHTML}</a>`);
		return { src, alt: image.getAttribute("alt") ?? "" };
	});
	return full.find(({ src }) => src.startsWith("/") && !src.startsWith("//")) ?? null;
}

/**
 * Keeps the ids that headings had. They stand inside the element that is there now: before it, they would come between elements that
 * the design spaces as neighbours. Those whose place is gone lead to the first line of the text.
 *
 * @returns the ids that were added; one that the article has of itself is not
 */
function keepOldIds(root: HTMLElement, anchors: readonly OldAnchor[]): string[] {
	const taken = new Map(root.querySelectorAll("[id]").map((element) => [element.id, element]));
	const own = new Set(taken.keys());
	const first = root.querySelector("h2, h3, h4, h5, h6, p, li, td, th, figcaption") ?? root;
	const added: string[] = [];
	for (const { old, now } of anchors) {
		if (old === "" || own.has(old)) continue;
		own.add(old);
		added.push(old);
		(taken.get(now) ?? first).insertAdjacentHTML("afterbegin", `<span id="${escapeHtml(old)}"></span>`);
	}
	return added;
}

const english: FrameWords = { table: "Table", code: "Code", copy: "Copy" };

/** What a page adds to its article. */
interface Surroundings {
	oldIds?: readonly OldAnchor[];
	/** Begins the addresses of the page's language. Example: `/de`. Default: none. */
	base?: string;
	/** The words of what scrolls. Default: English. */
	words?: FrameWords;
}

/**
 * Finishes an article's HTML: ids for headings, scrolling tables, pictures that open, and what others need to know of it.
 * Revision = hash of title, summary and rendered body, not of dates or owners (the project's metric definitions).
 */
export function finishBody(html: string, { title, summary }: { title: string; summary: string }, around: Surroundings = {}): ArticleBody {
	const { oldIds = [], base = "", words = english } = around;
	const root = parse(html, { comment: false });
	addIds(root);
	const revision = createHash("sha256")
		.update(`${title}\n${summary}\n${contentOf(root)}`)
		.digest("hex")
		.slice(0, 12);
	const headings = root
		.querySelectorAll("h2[id], h3[id]")
		.map((heading) => ({ depth: Number(heading.tagName.slice(1)), id: heading.id, text: textOf(heading) }));
	const answer = root.querySelector("[data-quick-answer]");
	const quickAnswer = answer ? textOf(answer) : "";
	const passages = passagesOf(root);
	const parts = partsOf(root);
	const tree = readTree(root);
	const ownAnchors = root.querySelectorAll("h2[id], h3[id], h4[id], h5[id], h6[id]").map(({ id }) => id);
	// From here on nothing reads the text: what is added counts neither for search nor for the revision.
	const anchors = [...ownAnchors, ...keepOldIds(root, oldIds)];
	if (tree) nameTargets(root, tree);
	hurryTopPicture(root, html);
	makeScrollable(root, words);
	if (base !== "") leadToLanguage(root, base);
	const picture = wrapPictures(root);
	return { html: root.toString(), headings, anchors, quickAnswer, passages, parts, tree, picture, revision };
}
