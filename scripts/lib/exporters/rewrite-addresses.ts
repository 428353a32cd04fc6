import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Root } from "mdast";

/** Where links and pictures of an article lead in an export. */
export interface AddressWriter {
	/** The address of a link, by the one in the article. */
	link(url: string): string;
	/** The address of a picture, by the one in the article. */
	image(url: string): string;
}

/** What an article leads to, as it stands in the export. */
export interface Addresses {
	links: { url: string; text: string }[];
	images: { url: string; alt: string }[];
}

/** Schemes a link may have. Whatever else an article holds is no link any more; its words stay. */
const harmless = /^(https?|mailto|tel|sms):/i;

function isHarmless(url: string): boolean {
	return harmless.test(url) || !/^[\s\p{Cc}]*[a-z][a-z0-9+.-]*:/iu.test(url);
}

/** Writes the addresses of a tree for an export; the tree is changed. Returns what it leads to. */
export function rewriteAddresses(tree: Root, { link, image }: AddressWriter): Addresses {
	const found: Addresses = { links: [], images: [] };
	visit(tree, (node, index, parent) => {
		if (node.type === "image") {
			node.url = isHarmless(node.url) ? image(node.url) : "";
			found.images.push({ url: node.url, alt: node.alt ?? "" });
		}
		if (node.type !== "link") return undefined;
		if (!isHarmless(node.url)) {
			if (parent === undefined || index === undefined) return undefined;
			parent.children.splice(index, 1, ...node.children);
			return index;
		}
		node.url = link(node.url);
		found.links.push({ url: node.url, text: toString(node) });
		return undefined;
	});
	return found;
}
