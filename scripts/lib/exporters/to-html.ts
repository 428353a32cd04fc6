import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Element, Nodes, Properties } from "hast";
import type { Root } from "mdast";
import { escapeHtml } from "#site/lib/escape-html.ts";

const processor = unified().use(remarkRehype);
const empty = new Set(["br", "hr", "img", "input"]);

/** HTML of a tree without components: semantic elements, everything escaped, no style and no script. */
export function toHtml(tree: Root): string {
	return writeHtml(processor.runSync(tree)).trim();
}

function writeHtml(node: Nodes): string {
	switch (node.type) {
		case "root":
			return node.children.map(writeHtml).join("");
		case "text":
			return escapeHtml(node.value);
		case "element":
			return writeElement(node);
		default:
			return "";
	}
}

function writeElement({ tagName, properties, children }: Element): string {
	const open = `<${tagName}${writeAttributes(properties)}>`;
	return empty.has(tagName) ? open : `${open}${children.map(writeHtml).join("")}</${tagName}>`;
}

function writeAttributes(properties: Properties): string {
	return Object.entries(properties)
		.flatMap(([name, value]) => {
			if (value === null || value === undefined || value === false) return [];
			if (value === true) return [` ${attributeName(name)}`];
			return [` ${attributeName(name)}="${escapeHtml(Array.isArray(value) ? value.join(" ") : String(value))}"`];
		})
		.join("");
}

/** `className` → `class`, `ariaLabel` → `aria-label`, `dataFootnoteRef` → `data-footnote-ref` */
function attributeName(name: string): string {
	if (name === "className") return "class";
	return /^(aria|data)[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name.toLowerCase();
}
