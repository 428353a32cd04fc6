import { parse } from "node-html-parser";

/** What a desk's screen shows of a text, and what the text sets off. */
export interface ReadText {
	text: string;
	/** Elements, links and mentions that no sender of ours writes. */
	alarms: string[];
}

const plain = new Set(["A", "B", "BLOCKQUOTE", "BR", "CODE", "DIV", "EM", "H2", "H3", "H4", "HR", "I", "LI", "OL", "P", "PRE", "SPAN", "STRONG", "U", "UL"]);
const blocks = /<(?:\/(?:p|div|li|ul|ol|h[1-6]|pre|blockquote)|br\s*\/?)>/gi;

/** Reads HTML as a browser shows it, with the addresses that its links lead to. An element that formats nothing, or a link that is not http(s), is an alarm. */
export function readHtml(html: string): ReadText {
	const root = parse(html.replaceAll("\n", " ").replace(blocks, "$&\n"), { comment: true });
	const alarms = root.querySelectorAll("*").flatMap((element) => {
		const { tagName, attributes } = element;
		const handlers = Object.keys(attributes).filter((name) => /^on/i.test(name));
		const href = attributes["href"];
		return [
			...(plain.has(tagName) ? [] : [`<${tagName.toLowerCase()}>`]),
			...handlers,
			...(href !== undefined && !/^(?:https?|mailto):/i.test(href) ? [`link to ${href}`] : []),
		];
	});
	const addresses = root.querySelectorAll("a").map((link) => link.attributes["href"] ?? "");
	return { text: [root.textContent, ...addresses].join("\n"), alarms };
}
