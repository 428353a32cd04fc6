import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { classesOf } from "./json/markup.ts";

const html = unified().use(rehypeParse, { fragment: true });

/** Parses a piece of HTML. */
export function parseHtml(text: string): Root {
	return html.parse(text);
}

/** Every element that fits, in order, also those inside others that fit. */
export function findAll(tree: Root | Element, fits: (element: Element) => boolean): Element[] {
	const found: Element[] = [];
	visit(tree, "element", (element) => {
		if (fits(element)) found.push(element);
	});
	return found;
}

/** The first element that fits. */
export function findFirst(tree: Root | Element, fits: (element: Element) => boolean): Element | undefined {
	return findAll(tree, fits)[0];
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
	return classesOf(element).includes(name);
}

/** A text attribute; empty where it is not there. */
export function attribute({ properties }: Element, name: string): string {
	const value = properties[name];
	return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The words of an element in one line; empty where there is none. */
export function wordsOf(element: Element | undefined): string {
	return element ? toString(element).replace(/\s+/g, " ").trim() : "";
}
