import type { Element, ElementContent, Parents, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Conversion, Source, SourceFile } from "../source.ts";
import type { Assets } from "../write/assets.ts";
import { dataPicture } from "./data-picture.ts";

/** What leads from an article to others. */
export interface Surroundings {
	source: Source;
	assets: Assets;
	/** Address here of an article of the source. Example: `/guides/first-steps/` */
	addressOf(key: string): string | undefined;
	/** Address here of a category of the source, by its folders. */
	addressOfCategory(path: string[]): string | undefined;
	/** Folder of the article below `articles/`, with its locale. Example: `en/guides` */
	folder: string;
	/** Ids that some link of the source leads to. */
	wantedAnchors: ReadonlySet<string>;
}

/** Rewrites every link and picture of an article; fetches the files that come along with it. */
export async function settleReferences(tree: Root, around: Surroundings, conversion: Conversion): Promise<void> {
	const links: Element[] = [];
	const pictures: { element: Element; parent: Parents }[] = [];
	visit(tree, "element", (element, _index, parent) => {
		if (element.tagName === "a") links.push(element);
		if (element.tagName === "img" && parent) pictures.push({ element, parent });
	});
	keepAnchors(tree, around.wantedAnchors);
	for (const link of links) await settleLink(link, around, conversion);
	for (const { element, parent } of pictures) {
		const replacement = await settlePicture(element, around, conversion);
		if (replacement !== element) parent.children.splice(parent.children.indexOf(element), 1, ...(replacement ? [replacement] : []));
	}
}

/** Ids that links lead to stand as anchors before their element; all others go. */
function keepAnchors(tree: Root, wanted: ReadonlySet<string>): void {
	const seen = new Set<string>();
	visit(tree, "element", (element, index, parent) => {
		if (element.tagName === "tier-zero-anchor") return undefined;
		const { id, name } = element.properties;
		const found = [id, element.tagName === "a" ? name : undefined].find(
			(value): value is string => typeof value === "string" && wanted.has(value) && !seen.has(value),
		);
		delete element.properties["id"];
		if (element.tagName === "a") delete element.properties["name"];
		if (found === undefined || !parent || index === undefined) return undefined;
		seen.add(found);
		const anchor: Element = { type: "element", tagName: "tier-zero-anchor", properties: { id: found }, children: [] };
		if (/^(tr|td|th|tbody|thead|table|ul|ol|li|dl|dt|dd)$/.test(element.tagName)) {
			const cell = /^(td|th|li|dt|dd)$/.test(element.tagName) ? element : undefined;
			cell?.children.unshift(anchor);
			return undefined;
		}
		if (/^h[1-6]$/.test(element.tagName)) {
			parent.children.splice(index, 0, { type: "element", tagName: "p", properties: {}, children: [anchor] });
			return index + 2;
		}
		element.children.unshift(anchor);
		return undefined;
	});
}

async function settleLink(link: Element, { source, assets, addressOf, addressOfCategory, folder }: Surroundings, { article, note }: Conversion): Promise<void> {
	const url = text(link.properties["href"]);
	const line = link.position?.start.line;
	if (url === "" || url.startsWith("#")) {
		if (url === "" || url === "#") unlink(link);
		return;
	}
	const target = source.resolveLink(url, article);
	const address = target && addressOf(target.key);
	if (target && address !== undefined) {
		link.properties["href"] = target.anchor ? `${address}#${target.anchor}` : address;
		return;
	}
	const category = source.resolveCategory?.(url, article);
	const page = category && addressOfCategory(category);
	const settled = page ?? source.resolvePage?.(url);
	if (settled !== undefined) {
		link.properties["href"] = settled;
		return;
	}
	if (/^(https?:|mailto:|tel:)/i.test(url)) {
		if (URL.canParse(url)) return;
		note("person", `the link ${url.slice(0, 200)} is no address; its words were kept`, line);
		unlink(link);
		return;
	}
	if (url.startsWith("//")) {
		link.properties["href"] = `https:${url}`;
		return;
	}
	const file = source.resolveFile(url, article);
	const copied = file && (await fetchFile(file, () => assets.download(file, folder)));
	if (copied?.path !== undefined) {
		link.properties["href"] = copied.path;
		return;
	}
	if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
		note("person", `the link ${url.slice(0, 80)} cannot be followed from a page; its words were kept`, line);
		unlink(link);
		return;
	}
	note("person", `the link ${url.slice(0, 200)} leads to nothing in the import${copied?.problem ? `: ${copied.problem}` : ""}`, line);
	const absolute = new URL(url, `https://old.example${article.addresses[0] ?? "/"}`);
	link.properties["href"] = `${absolute.pathname}${absolute.hash}`;
}

async function settlePicture(image: Element, { source, assets, folder }: Surroundings, { article, note }: Conversion): Promise<Element | null> {
	const url = text(image.properties["src"]);
	const alt = text(image.properties["alt"]).replace(/\s+/g, " ").trim();
	const line = image.position?.start.line;
	const file = url === "" ? undefined : (dataPicture(url) ?? source.resolveFile(url, article));
	if (file) {
		const copied = await fetchFile(file, () => assets.picture(file, folder));
		if (copied.path !== undefined) {
			image.properties = { src: copied.path, alt };
			return image;
		}
		note("person", `the picture ${shorten(url)} did not come along: ${copied.problem ?? "unknown reason"}`, line);
	} else if (/^(https?:)?\/\//i.test(url)) {
		note("person", `the picture ${shorten(url)} lies on another site and became a link; save it beside the article`, line);
		return { type: "element", tagName: "a", properties: { href: url.startsWith("//") ? `https:${url}` : url }, children: [words(alt || "Picture")] };
	} else note("person", `the picture ${shorten(url) || "(no address)"} is not in the import`, line);
	return alt ? { type: "element", tagName: "em", properties: {}, children: [words(alt)] } : null;
}

async function fetchFile(file: SourceFile, copy: () => Promise<string>): Promise<{ path?: string; problem?: string }> {
	try {
		return { path: await copy() };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : `${file.name} cannot be read` };
	}
}

function unlink(link: Element): void {
	link.tagName = "span";
	link.properties = {};
}

function words(value: string): ElementContent {
	return { type: "text", value };
}

function text(value: unknown): string {
	return typeof value === "string" ? value.trim() : "";
}

function shorten(url: string): string {
	return url.length > 120 ? `${url.slice(0, 119)}…` : url;
}
