import type { Nodes, Root } from "hast";
import { raw } from "hast-util-raw";
import { toString } from "hast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import type { ReadText } from "./read-text.ts";

const plain = new Set(["a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "ul"]);

/** Where a link that a sender of ours writes leads: to the help centre, or to a file at the desk. A word that leads elsewhere is a customer's trap. */
const ownAddress = /^https:\/\/(?:centre\.example|uploads\.linear\.app)\//;

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true });

/** Reads GitHub Flavoured Markdown as a browser shows it, with the addresses that its links lead to. An element or link that no sender of ours writes is an alarm. */
export function readMarkdown(markdown: string, alarmsOfText: (text: string) => string[] = () => []): ReadText {
	const tree = raw(processor.runSync(processor.parse(markdown))) as Root;
	const alarms: string[] = [];
	const addresses: string[] = [];
	visit(tree, "element", (node) => {
		const { tagName, properties } = node;
		if (!plain.has(tagName)) alarms.push(`<${tagName}>`);
		alarms.push(...Object.keys(properties).filter((name) => /^on/i.test(name)));
		const address = properties["href"] ?? "";
		const masked =
			tagName === "a" && !ownAddress.test(address) && decodeURI(address).replace(/^mailto:/, "") !== toString(node).replace(/^(?=www\.)/, "http://");
		if (masked) alarms.push(`link to ${address}`);
		if (address !== "") addresses.push(address);
	});
	visit(tree, (node: Nodes) => {
		// No site looks for names and numbers in code and in links.
		if (node.type === "element" && /^(?:a|code|pre)$/.test(node.tagName)) return SKIP;
		if (node.type === "text") alarms.push(...alarmsOfText(node.value));
		return undefined;
	});
	return { text: [toString(tree), ...addresses].join("\n"), alarms };
}
