import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { outFolder } from "#scripts/lib/paths.ts";

/** An element as it stands in a file. */
export interface XmlElement {
	name: string;
	attributes: Record<string, string>;
	elements: XmlElement[];
	/** Its own text. */
	text: string;
}

interface Parsed {
	type?: string;
	name?: string;
	attributes?: Record<string, string>;
	elements?: Parsed[];
	text?: string;
	cdata?: string;
}

// The reader that belongs to what writes the feed: it refuses what is not well-formed.
const { xml2js } = createRequire(createRequire(import.meta.url).resolve("feed"))("xml-js") as { xml2js(text: string): Parsed };

function settle({ name = "", attributes = {}, elements = [] }: Parsed): XmlElement {
	const text = elements.map((part) => part.text ?? part.cdata ?? "").join("");
	return { name, attributes, elements: elements.filter(({ type }) => type === "element").map(settle), text };
}

/** Reads the outermost element of XML. Throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
	const [root] = settle(xml2js(text)).elements;
	if (!root) throw new Error("there is no element");
	return root;
}

/** Reads an XML file of the built site. */
export function readXml(path: string): XmlElement {
	return parseXml(readFileSync(join(outFolder, path), "utf8"));
}

/** The elements of a name directly inside another. */
export function all({ elements }: XmlElement, name: string): XmlElement[] {
	return elements.filter((element) => element.name === name);
}

/** The text of the first of them. */
export function textIn(element: XmlElement, name: string): string | undefined {
	return all(element, name)[0]?.text;
}
