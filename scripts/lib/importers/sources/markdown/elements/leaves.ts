import { boldParagraph } from "../../../body/elements.ts";
import { toString } from "hast-util-to-string";
import { element, text, type Make } from "./make.ts";

/** A card that is a link: a paragraph that begins with the link. */
export const linkCard: Make = (node) => {
	const words = text(node, "description");
	const link = element("a", { href: text(node, "href") }, [{ type: "text", value: text(node, "title") || text(node, "href") }]);
	return [element("p", {}, [link, ...(words ? [{ type: "text" as const, value: `: ${words}` }] : [])]), ...node.children];
};

export const picture: Make = (node, note) => {
	const src = text(node, "src");
	if (src === "") {
		note("person", "a picture whose address is code was left out", node.position?.start.line);
		return text(node, "alt") ? [element("em", {}, [{ type: "text", value: text(node, "alt") }])] : [];
	}
	return [{ ...element("img", { src, alt: text(node, "alt") }, []), ...(node.position && { position: node.position }) }];
};

/** A listing whose text is an attribute, or stands between the tags. */
export const code: Make = (node) => {
	const language = text(node, "lang") || text(node, "language");
	const title = text(node, "title");
	const inner = element("code", language ? { className: [`language-${language}`] } : {}, [
		{ type: "text", value: `${text(node, "code") || toString(node).trim()}\n` },
	]);
	return [...(title ? [boldParagraph(title)] : []), element("pre", {}, [inner])];
};

/** A film by its number or its address. */
export const player: Make = (node) => {
	const id = text(node, "id") || text(node, "videoid") || text(node, "url") || text(node, "src");
	const number = /(?:v=|youtu\.be\/|embed\/|vimeo\.com\/(?:video\/)?|^)([\w-]{5,})(?:[?&].*)?$/.exec(id)?.[1] ?? id;
	const src = node.tagName === "md-vimeo" ? `https://player.vimeo.com/video/${number}` : `https://www.youtube.com/embed/${number}`;
	return [{ ...element("iframe", { src, title: text(node, "title") }, []), ...(node.position && { position: node.position }) }];
};
