import { toString } from "hast-util-to-string";
import type { Element, ElementContent, Parents, Root } from "hast";
import { videoHosts } from "#site/lib/video-hosts.ts";
import type { Conversion } from "../source.ts";
import { component } from "./elements.ts";

/** What must not reach a reader, with everything inside it. */
const removed = new Set([
	"script",
	"style",
	"template",
	"noscript",
	"object",
	"embed",
	"applet",
	"link",
	"meta",
	"base",
	"head",
	"title",
	"frame",
	"frameset",
	"canvas",
	"svg",
	"math",
]);

/** What only stands around content here. */
const unwrapped = new Set([
	"form",
	"button",
	"label",
	"fieldset",
	"select",
	"option",
	"textarea",
	"dialog",
	"map",
	"noframes",
	"main",
	"header",
	"footer",
	"nav",
]);

/** Attributes that mean something in an article. */
const kept = new Set([
	"href",
	"src",
	"alt",
	"title",
	"id",
	"name",
	"colSpan",
	"rowSpan",
	"start",
	"lang",
	"dir",
	"open",
	"className",
	"checked",
	"type",
	"align",
	"reversed",
	"cite",
	"dateTime",
]);

/** Takes out what could run or reach other sites, and names it in the report. What remains is text, tables, links and pictures. */
export function clean(tree: Root, conversion: Conversion): void {
	cleanChildren(tree, conversion);
}

function cleanChildren(parent: Parents, conversion: Conversion): void {
	parent.children = parent.children.flatMap((node) => {
		if (node.type === "text") return [node];
		if (node.type !== "element") return [];
		return cleanElement(node, conversion);
	});
}

function cleanElement(element: Element, conversion: Conversion): ElementContent[] {
	const { tagName } = element;
	const line = element.position?.start.line;
	if (removed.has(tagName)) return remove(element, conversion);
	if (tagName === "iframe" || tagName === "video" || tagName === "audio") return [film(element, conversion)];
	element.properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => kept.has(name) || tagName.startsWith("tier-zero-")));
	cleanChildren(element, conversion);
	if (tagName === "input") return element.properties["type"] === "checkbox" ? [element] : [];
	if (unwrapped.has(tagName)) {
		if (tagName === "form") conversion.note("person", "a form; only its words were kept", line);
		return element.children;
	}
	return [element];
}

function remove(element: Element, { note }: Conversion): ElementContent[] {
	const { tagName } = element;
	const line = element.position?.start.line;
	const text = toString(element).trim();
	// What a browser would have shown without scripts, or in the drawing.
	const words: ElementContent[] =
		(tagName === "svg" || tagName === "math" || tagName === "object" || tagName === "canvas") && text ? [{ type: "text", value: text }] : [];
	if (tagName === "script") note("changed", "a script was left out", line);
	else if (!["style", "link", "meta", "base", "head", "title", "template", "noscript"].includes(tagName))
		note("person", `<${tagName}> was left out${words.length > 0 ? "; its words were kept" : ""}`, line);
	return words;
}

/** A film of a known host, or a link to what was embedded. */
function film(element: Element, { note }: Conversion): Element {
	const source = element.children.find((child): child is Element => child.type === "element" && child.tagName === "source");
	const src = textOf(element.properties["src"] ?? element.properties["dataSrc"] ?? source?.properties["src"]);
	const title = textOf(element.properties["title"]);
	const line = element.position?.start.line;
	const address = src.startsWith("//") ? `https:${src}` : src;
	const player = playerOf(address);
	if (element.tagName === "iframe" && player) return component("Video", [], { title: title || "Film", src: player });
	note("person", `an embedded ${element.tagName} became a link: ${src.slice(0, 200) || "(no address)"}`, line);
	return {
		type: "element",
		tagName: "p",
		properties: {},
		children: [{ type: "element", tagName: "a", properties: { href: address }, children: [{ type: "text", value: title || address || "film" }] }],
	};
}

/** The address of a player that an article may embed; YouTube's own that sets no cookies. */
function playerOf(address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (/^(www\.)?youtube\.com$/.test(url.hostname) && url.pathname.startsWith("/embed/")) url.hostname = "www.youtube-nocookie.com";
	return url.protocol === "https:" && videoHosts.includes(url.hostname) ? url.href : undefined;
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value.trim() : "";
}
