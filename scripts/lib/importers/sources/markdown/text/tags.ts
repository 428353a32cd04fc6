/**
 * Elements that steps write for what Markdown has no sign for. They are neither HTML's nor a component's: what they become is
 * decided once, in `elements/`, whichever dialect wrote them.
 */
export type Tag = "callout" | "tabs" | "tab" | "card";

/** An opening tag on a line of its own, with the empty lines that Markdown inside it needs. */
export function openTag(tag: Tag, attributes: Record<string, string | undefined>, prefix = ""): string {
	return onItsOwn(`<md-${tag}${attributesOf(attributes)}>`, prefix);
}

/** The closing tag for `openTag`. */
export function closeTag(tag: Tag, prefix = ""): string {
	return onItsOwn(`</md-${tag}>`, prefix);
}

/** Puts something between empty lines of the same list item or quotation. */
export function onItsOwn(text: string, prefix: string): string {
	return `\n${prefix}\n${prefix}${text}\n${prefix}\n${prefix}`;
}

/** Attributes as HTML and MDX both read them. */
export function attributesOf(attributes: Record<string, string | undefined>): string {
	return Object.entries(attributes)
		.filter(([, value]) => value !== undefined && value !== "")
		.map(([name, value]) => ` ${name}="${escapeAttribute(value ?? "")}"`)
		.join("");
}

function escapeAttribute(value: string): string {
	return value.replace(/\s+/g, " ").trim().replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** Attributes as shortcodes, tags and directives write them: `a="b"`, `a='b'`, `a=b`, and values without a name. */
export function readAttributes(text: string): { named: Record<string, string>; values: string[] } {
	const named: Record<string, string> = {};
	const values: string[] = [];
	for (const [, name, double, single, tick, plain] of text.matchAll(
		/(?:([\w.:-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`=]+))/g,
	)) {
		const value = (double ?? single ?? tick ?? plain ?? "").replace(/\\(["'])/g, "$1");
		if (name === undefined) values.push(value);
		else named[name] = value;
	}
	return { named, values };
}
