import { addressOfFile, type Step, type StepContext } from "../site.ts";
import { replaceEach } from "../text/replace-each.ts";
import { replacePairs } from "../text/replace-pairs.ts";
import { attributesOf, closeTag, onItsOwn, openTag, readAttributes } from "../text/tags.ts";
import { createIncluder, type Include } from "./include.ts";

const shortcode = /\{\{([<%])[ \t]*(\/?)[ \t]*(\w[\w/.-]*)((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`>%{}]|[>%](?!\}\}))*?)(\/?)[ \t]*[>%]\}\}/g;

/** A shortcode that a step meets. */
interface Call {
	name: string;
	named: Record<string, string>;
	values: string[];
	/** It has a closing one. */
	paired: boolean;
	prefix: string;
	line: number;
	whole: string;
}

/** Shortcodes of Hugo: pictures, films, callouts, tabs, references and includes come along; the rest is shown as written. */
export function shortcodes(params: Record<string, string>): Step {
	return (text, context) => (text.includes("{{") ? expand(text, createIncluder(context), context, params) : text);
}

async function expand(text: string, include: Include, context: StepContext, params: Record<string, string>): Promise<string> {
	const listings = replacePairs(
		text,
		/\{\{[<%][ \t]*(?:highlight|code)[ \t]+"?([\w+#-]+)"?[^}\n]*[>%]\}\}[ \t]*\n?/,
		/\{\{[<%][ \t]*\/[ \t]*(?:highlight|code)[ \t]*[>%]\}\}/,
		({ parts: [, language = ""], inner, prefix }) => onItsOwn(`\`\`\`\`${language}\n${inner.trimEnd()}\n${prefix}\`\`\`\``, prefix),
	);
	const commented = replacePairs(listings, /\{\{[<%][ \t]*comment[ \t]*[>%]\}\}/, /\{\{[<%][ \t]*\/[ \t]*comment[ \t]*[>%]\}\}/, ({ inner }) =>
		inner.replace(/[^\n]+/g, ""),
	);
	const paired = pairs(commented);
	const unknown = new Set<string>();
	const result = await replaceEach(
		commented,
		shortcode,
		({ parts: [whole = "", , slash = "", name = "", given = ""], at, line, prefix }) => {
			const call = { name: name.toLowerCase(), ...readAttributes(given), paired: paired.has(at), prefix, line, whole };
			if (slash !== "") return paired.has(at) ? closing(call, unknown) : "";
			return opening(call, include, context, params, unknown);
		},
		{ inCode: true },
	);
	// `{{</* name */>}}` is how a shortcode is shown instead of run.
	return result.replace(/\{\{([<%])\/\*(.{0,500}?)\*\/([>%])\}\}/g, "{{$1$2$3}}");
}

/** Places of the shortcodes that enclose something, and of their ends. */
function pairs(text: string): ReadonlySet<number> {
	const found = new Set<number>();
	const open = new Map<string, number[]>();
	for (const match of text.matchAll(shortcode)) {
		const [, , slash, name = ""] = match;
		const starts = open.get(name) ?? [];
		if (slash === "") open.set(name, [...starts.slice(-200), match.index]);
		else {
			const start = starts.pop();
			if (start !== undefined) found.add(start).add(match.index);
		}
	}
	return found;
}

const callouts =
	/^(note|tip|hint|warning|warn|caution|danger|info|important|alert|callout|admonition|notice|attention|success|error|blockquote-alert|pageinfo)$/;
const groups = /^(tabs|tabpane|tab-group|tabgroup)$/;
const parts = /^(tab|tab-pane|tabitem)$/;
const folds = /^(details|expand|collapse|spoiler|accordion)$/;
const layout = /^(columns?|steps|section|div|row|cards|card-grid|cardpane|blocks\/.*|rawhtml|raw|clear|br|toc|table)$/;
const inLine = /^(kbd|button|link|ref|relref)$/;

function opening(
	call: Call,
	include: Include,
	context: StepContext,
	params: Record<string, string>,
	unknown: Set<string>,
): string | undefined | Promise<string | undefined> {
	const { name, named, values, paired, prefix, line } = call;
	const { article, library, note } = context;
	const first = values[0] ?? "";
	if (name === "ref" || name === "relref") return reference(named["path"] ?? first, context);
	if (/^(figure|img|image|imgproc|screenshot)$/.test(name)) return figure(named, values);
	if (name === "youtube" || name === "vimeo") return `<md-${name}${attributesOf({ id: named["id"] ?? first, title: named["title"] })}></md-${name}>`;
	if (/^(include|readfile|include-md|includefile|include-file)$/.test(name)) {
		const path = named["file"] ?? named["path"] ?? named["src"] ?? first;
		const file = [path, `/${path}`, `/content/${path}`, `/${path.replace(/^\//, "")}`]
			.map((candidate) => library.file(encodeURI(candidate), article))
			.find((found) => found !== undefined);
		return include(file ?? path, line, (inner, again) => expand(inner, again, context, params)).then((part) =>
			part !== undefined && named["code"] === "true" ? onItsOwn(`\`\`\`\`${named["lang"] ?? ""}\n${part.trimEnd()}\n\`\`\`\``, prefix) : part?.trim(),
		);
	}
	if (name === "param" && params[first] !== undefined) return params[first];
	if (name === "gist")
		return `<a href="https://gist.github.com/${encodeURI(values.slice(0, 2).join("/"))}">gist.github.com/${values.slice(0, 2).join("/").replaceAll("<", "")}</a>`;
	if (callouts.test(name)) {
		const kind =
			named["type"] ??
			named["color"] ??
			named["level"] ??
			named["variant"] ??
			named["style"] ??
			(/^(hint|notice|alert|callout|admonition)$/.test(name) && first ? first : name);
		const title = named["title"] ?? named["heading"] ?? (paired ? values.slice(kind === first ? 1 : 0).join(" ") : undefined);
		if (paired) return openTag("callout", { kind, title }, prefix);
		return openTag("callout", { kind, title: named["title"] }, prefix) + (named["text"] ?? named["content"] ?? values.join(" ")) + closeTag("callout", prefix);
	}
	if (groups.test(name)) return paired ? openTag("tabs", {}, prefix) : "";
	if (parts.test(name) && paired) return openTag("tab", { title: named["header"] ?? named["title"] ?? named["name"] ?? named["tabname"] ?? first }, prefix);
	if (folds.test(name) && paired)
		return onItsOwn(`<details><summary>${(named["title"] ?? named["summary"] ?? (first || "Details")).replaceAll("<", "&lt;")}</summary>`, prefix);
	if (layout.test(name)) return "";
	if (name === "button" && paired) return `<a${attributesOf({ href: named["href"] ?? (named["relref"] && reference(named["relref"], context)) ?? first })}>`;
	if (name === "kbd") return paired ? "<kbd>" : `<kbd>${first.replaceAll("<", "&lt;")}</kbd>`;
	unknown.add(name);
	note("person", `${call.whole.length > 100 ? `${call.whole.slice(0, 99)}…` : call.whole} has no counterpart; it is shown as code`, line);
	return `\`${call.whole.replaceAll("`", "'").replace(/\s+/g, " ")}\``;
}

function closing({ name, prefix, whole }: Call, unknown: ReadonlySet<string>): string {
	if (unknown.has(name)) return `\`${whole}\``;
	if (callouts.test(name)) return closeTag("callout", prefix);
	if (groups.test(name)) return closeTag("tabs", prefix);
	if (parts.test(name)) return closeTag("tab", prefix);
	if (folds.test(name)) return onItsOwn("</details>", prefix);
	if (name === "button") return "</a>";
	return inLine.test(name) ? `</${name}>` : "";
}

/** Address of the page that `ref` names. */
function reference(path: string, { article, library }: StepContext): string {
	const [name = "", fragment] = path.split("#");
	const rest = fragment === undefined ? "" : `#${fragment}`;
	if (name === "") return rest;
	const file =
		library.page(encodeURI(name), article) ??
		library.page(encodeURI(`/content/${name.replace(/^\//, "")}`), article) ??
		library.named(name.split("/").at(-1) ?? name);
	return file === undefined ? path : addressOfFile(file, rest);
}

function figure(named: Record<string, string>, values: string[]): string {
	const caption = [named["title"], named["caption"] ?? named["attr"]].filter(Boolean).join(". ").replaceAll("<", "&lt;");
	const alt = named["alt"] ?? named["caption"] ?? named["title"] ?? values[1];
	const image = `<img${attributesOf({ src: named["src"] ?? named["link"] ?? values[0], alt })}>`;
	return caption ? `<figure>${image}<figcaption>${caption}</figcaption></figure>` : image;
}
