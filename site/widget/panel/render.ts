import type { ContentNode } from "../config.ts";
import { allowedAttributes, allowedTags, isSafeLink, isSafePicture } from "../content-policy.ts";
import { asksForTab, make } from "../dom.ts";
import { placeOf } from "../place-of.ts";

/** Where an article's links and pictures lead. */
export interface RenderPlace {
	/** Full address of a path of the centre. */
	page: (path: string) => string;
	/** Opens another article in the panel. */
	onArticle: (id: string, from: { at: string | undefined; locale: string | undefined }) => void;
	/** Words of a link in the place of a picture that the host page does not let in. */
	picture: string;
}

/** Makes an article from its data. Nothing is parsed as HTML, and what is not on the short list of elements and attributes is not made. */
export function render(nodes: readonly ContentNode[], place: RenderPlace): DocumentFragment {
	const fragment = document.createDocumentFragment();
	for (const node of nodes) fragment.append(renderNode(node, place));
	return fragment;
}

function renderNode(node: ContentNode, place: RenderPlace): Node {
	if (typeof node === "string") return document.createTextNode(node);
	const [tag, attributes, ...children] = node;
	if (!allowedTags.has(tag)) return render(children, place);
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes === 0 ? {} : attributes)) {
		if (allowedAttributes.has(name) && name !== "href" && name !== "src") element.setAttribute(name, value);
	}
	const { href, src } = attributes === 0 ? {} : attributes;
	if (element instanceof HTMLAnchorElement && href !== undefined && isSafeLink(href)) lead(element, href, place);
	if (element instanceof HTMLImageElement && src !== undefined && isSafePicture(src)) paint(element, src, place);
	element.append(render(children, place));
	return element;
}

function lead(link: HTMLAnchorElement, href: string, { page, onArticle }: RenderPlace): void {
	link.href = href.startsWith("/") ? page(href) : href;
	const { article, at, locale } = link.dataset;
	if (href.startsWith("#")) {
		// The host page's address is not touched: its own code may listen to what stands behind `#`.
		link.addEventListener("click", (event) => {
			event.preventDefault();
			const root = link.getRootNode();
			const target = root instanceof ShadowRoot ? root.getElementById(placeOf(href.slice(1))) : null;
			if (target) showPlace(target);
		});
	} else if (article !== undefined) {
		link.rel = "noreferrer";
		link.addEventListener("click", (event) => {
			if (asksForTab(event)) return;
			event.preventDefault();
			onArticle(article, { at, locale });
		});
	} else if (/^(?:https?:|\/)/i.test(href)) {
		link.target = "_blank";
		link.rel = "noopener noreferrer";
		link.referrerPolicy = "no-referrer";
	}
}

/** Leads eyes and focus to a place of an article. */
export function showPlace(target: HTMLElement): void {
	target.tabIndex = -1;
	target.focus({ preventScroll: true });
	target.scrollIntoView({ block: "start" });
}

function paint(image: HTMLImageElement, src: string, { page, picture }: RenderPlace): void {
	image.referrerPolicy = "no-referrer";
	image.loading = "lazy";
	image.decoding = "async";
	image.addEventListener("error", () => {
		const words = image.alt || picture;
		// Inside a link to its full size the words are enough.
		image.replaceWith(image.closest("a") ? words : make("a", { href: image.src, target: "_blank", rel: "noopener noreferrer" }, words));
	});
	image.src = src.startsWith("/") ? page(src) : src;
}
