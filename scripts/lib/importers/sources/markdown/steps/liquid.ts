import type { Step, StepContext } from "../site.ts";
import { addressOfFile } from "../site.ts";
import { replaceEach } from "../text/replace-each.ts";
import { emptied, replacePairs } from "../text/replace-pairs.ts";
import { attributesOf, closeTag, onItsOwn, openTag, readAttributes } from "../text/tags.ts";
import { createIncluder, type Include } from "./include.ts";

/** What a Jekyll site knows by name: `site.x`, and the path its addresses begin with. */
export interface LiquidValues {
	site: Record<string, string>;
	base: string;
	/** Signs inside code were not run by the generator, so that nobody misses them there. */
	codeIsText?: boolean;
}

// Short and without braces inside, so that a text full of opening signs is read in one go.
const expression = /\{%-?\s*(\w+(?:-\w+)*)((?:[^%{]|%(?!\})){0,1000}?)-?%\}|\{\{-?([^{}\n]{0,300}?)-?\}\}/g;
const callouts = /^(note|tip|warning|danger|caution|info|important|hint|callout|alert|admonition)$/;
/** Tags that stand for nothing that a reader sees. */
const silent = /^(comment|endcomment|endraw|toc|seo|feed_meta|endhighlight|endtabs|endtab|endcode)$/;

/** Puts in what Liquid tags name and makes callouts of those that are meant so; what is left is shown as written. */
export function liquid(values: LiquidValues): Step {
	return (text, context) => {
		if (!text.includes("{%") && !text.includes("{{")) return text;
		return expand(text, {}, createIncluder(context), context, values);
	};
}

async function expand(text: string, params: Record<string, string>, include: Include, context: StepContext, values: LiquidValues): Promise<string> {
	const { kept, restore } = setAside(text);
	let result = replacePairs(kept, /\{%-?\s*comment\s*-?%\}/, /\{%-?\s*endcomment\s*-?%\}/, ({ inner }) => emptied(inner));
	result = replacePairs(
		result,
		/\{%-?\s*highlight\s+([\w+#-]+)[^%\n]*%\}[ \t]*\n?/,
		/\{%-?\s*endhighlight\s*-?%\}/,
		({ parts: [, language = ""], inner, prefix }) => onItsOwn(`${fenceFor(inner)}${language}\n${inner.trimEnd()}\n${prefix}${fenceFor(inner)}`, prefix),
	);
	result = await replaceEach(
		result,
		expression,
		({ parts: [whole = "", tag = "", rest = "", output = ""], line, prefix, code }) => {
			if (code && values.codeIsText) return undefined;
			const written = tag === "" ? valueOf(output.trim(), params, context, values) : undefined;
			if (written !== undefined) return written;
			if (tag === "include" || tag === "include_relative") return includeTag(rest.trim(), tag === "include_relative", line);
			const meaning = tag === "" ? undefined : meaningOf(tag, rest.trim(), context, prefix);
			if (meaning !== undefined) return meaning;
			if (!/^(if|unless|for|case|when|else|elsif|assign|capture|end\w+)$/.test(tag) || /^(if|for|unless|case|capture|assign)$/.test(tag))
				context.note("person", `${whole.length > 100 ? `${whole.slice(0, 99)}…` : whole} means nothing here; it is shown as it was written`, line);
			return undefined;
		},
		{ inCode: true },
	);
	return restore(result);

	async function includeTag(rest: string, relative: boolean, line: number): Promise<string | undefined> {
		const name = /^[^\s]+/.exec(rest)?.[0] ?? "";
		const given = Object.fromEntries(Object.entries(readAttributes(rest.slice(name.length)).named).map(([key, value]) => [key, value]));
		const file = relative ? context.library.file(name, context.article) : context.library.file(`/_includes/${name}`, context.article);
		const part = await include(file ?? `_includes/${name}`, line, (inner, again) => expand(inner, given, again, context, values));
		return part?.trim();
	}
}

/** Liquid inside `raw` is text; it is out of sight until everything else is done. */
function setAside(text: string): { kept: string; restore: (text: string) => string } {
	const raw: string[] = [];
	const kept = replacePairs(text, /\{%-?\s*raw\s*-?%\}/, /\{%-?\s*endraw\s*-?%\}/, ({ inner }) => `\uE000${raw.push(inner) - 1}\uE001`);
	return { kept, restore: (result) => result.replace(/\uE000(\d+)\uE001/g, (whole, index: string) => raw[Number(index)] ?? whole) };
}

/** What `{{ … }}` shows; undefined where that is not known. */
function valueOf(output: string, params: Record<string, string>, { article }: StepContext, { site, base }: LiquidValues): string | undefined {
	const [subject = "", ...filters] = output.split("|").map((part) => part.trim());
	const quoted = /^(["'])(.*)\1$/.exec(subject)?.[2];
	const name = subject.split(".");
	const value =
		quoted ??
		(name[0] === "include" ? (params[name[1] ?? ""] ?? (Object.keys(params).length > 0 ? "" : undefined)) : undefined) ??
		(subject === "page.title" ? article.title : subject === "page.url" ? article.addresses[0] : undefined) ??
		(name[0] === "site" ? site[name.slice(1).join(".")] : undefined);
	if (value === undefined) return undefined;
	if (subject === "site.baseurl") return base;
	if (subject === "site.url") return "";
	let shown = value;
	for (const filter of filters) {
		if (/^(relative_url|absolute_url|prepend:\s*site\.(baseurl|url))$/.test(filter)) continue;
		if (/^(escape|strip|markdownify|xml_escape|smartify|normalize_whitespace)$/.test(filter)) continue;
		const appended = /^append:\s*(["'])(.*)\1$/.exec(filter)?.[2];
		const fallback = /^default:/.test(filter);
		if (appended !== undefined) shown += appended;
		else if (!fallback) return undefined;
	}
	return shown;
}

/** What a tag becomes; undefined where it means nothing here. */
function meaningOf(tag: string, rest: string, { article, library }: StepContext, prefix: string): string | undefined {
	const { named, values } = readAttributes(rest);
	const name = tag.replace(/^end_?/, "");
	if (tag === "link") return addressFor(library.file(`/${rest.trim()}`, article), rest);
	if (tag === "post_url") return addressFor(library.named(rest.trim().split("/").at(-1) ?? ""), rest);
	if (tag === "codeblock" || tag === "endcodeblock") return onItsOwn("```", prefix);
	if (tag === "code") return named["title"] ? onItsOwn(`**${named["title"]}**`, prefix) : "";
	if (silent.test(tag) && !/^end(tabs|tab)$/.test(tag)) return "";
	if (callouts.test(name))
		return tag === name
			? openTag("callout", { kind: named["style"] ?? named["type"] ?? (tag === "hint" ? (values[0] ?? "note") : tag), title: named["title"] }, prefix)
			: closeTag("callout", prefix);
	if (name === "tabs") return tag === name ? openTag("tabs", {}, prefix) : closeTag("tabs", prefix);
	if (name === "tab") return tag === name ? openTag("tab", { title: named["title"] ?? values[0] }, prefix) : closeTag("tab", prefix);
	if (tag === "embed" && named["url"]) return `<a${attributesOf({ href: named["url"] })}>${named["url"].replaceAll("<", "&lt;")}</a>`;
	if (tag === "file" && named["src"]) return `<a${attributesOf({ href: named["src"] })}>${(named["src"].split("/").at(-1) ?? "").replaceAll("<", "&lt;")}</a>`;
	if (name === "content-ref" || name === "stepper" || name === "step") return "";
	return undefined;
}

function addressFor(file: string | undefined, written: string): string {
	return file === undefined ? `/${written.trim()}` : addressOfFile(file);
}

function fenceFor(code: string): string {
	return /^[ \t]*````*/m.test(code) ? "``````" : "```";
}
