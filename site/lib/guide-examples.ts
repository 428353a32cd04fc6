import GithubSlugger from "github-slugger";
import { parse } from "node-html-parser";
import { escapeHtml } from "./escape-html.ts";

/** What every id inside an example begins with. */
export const exampleIdPrefix = "example-";

/**
 * Gives every id of a rendered example a name of its own, so that two examples, and the page around them, can stand together:
 * some components print a fixed id, others leave theirs to the page. Links within the example follow.
 *
 * @param html the rendered example
 * @param name the example, unique on its page. Example: `steps`
 */
export function separateIds(html: string, name: string): string {
	const root = parse(html, { comment: false });
	const prefix = `${exampleIdPrefix}${name}-`;
	const slugger = new GithubSlugger();
	const own = new Set(root.querySelectorAll("[id]").map(({ id }) => `#${id}`));
	for (const link of root.querySelectorAll("a[href]")) {
		const href = link.getAttribute("href") ?? "";
		if (own.has(href)) link.setAttribute("href", `#${prefix}${href.slice(1)}`);
	}
	for (const element of root.querySelectorAll("[id], [data-title]"))
		element.setAttribute("id", prefix + slugger.slug(element.id || element.textContent.trim()));
	for (const element of root.querySelectorAll("[aria-labelledby]"))
		element.setAttribute("aria-labelledby", prefix + (element.getAttribute("aria-labelledby") ?? ""));
	return root.toString();
}

/** Source of an article as HTML: escaped, with components, their attributes and values marked for the stylesheet. */
export function markSource(source: string): string {
	return source.replace(/(<\/?)([A-Z]\w*)((?:"[^"]*"|[^">])*)(>)|[^<]+|</g, (text, open?: string, name?: string, attributes?: string, close?: string) => {
		if (open === undefined || name === undefined) return escapeHtml(text);
		return `${escapeHtml(open)}<span class="token tag">${name}</span>${markAttributes(attributes ?? "")}${escapeHtml(close ?? "")}`;
	});
}

function markAttributes(text: string): string {
	return text
		.split(/([a-z]+)=("[^"]*")/g)
		.map((part, index) => {
			if (index % 3 === 1) return `<span class="token attr-name">${part}</span>=`;
			return index % 3 === 2 ? `<span class="token attr-value">${escapeHtml(part)}</span>` : escapeHtml(part);
		})
		.join("");
}
