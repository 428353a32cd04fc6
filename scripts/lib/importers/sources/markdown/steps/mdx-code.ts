import { posix } from "node:path";
import { addressOfFile, type Step, type StepContext } from "../site.ts";
import { replaceEach } from "../text/replace-each.ts";
import { emptied, replacePairs } from "../text/replace-pairs.ts";
import { createIncluder, type Include } from "./include.ts";

const importLine = /^import[ \t]+([A-Za-z_$][\w$]*)[ \t]+from[ \t]+(["'])([^"'\n]+)\2;?[ \t]*$/gm;
const otherImport = /^import[ \t]+(?:[^\n"';]*|\{[^}]*\}[ \t]*from[ \t]*|[\w$]+[ \t]*,[ \t]*\{[^}]*\}[ \t]*from[ \t]*)(["'])[^"'\n]+\1;?[ \t]*$/gm;

/** Puts the partials and pictures that a text imports where they are used, and takes imports and comments out. */
export const mdxCode: Step = async (text, context) => {
	const include = createIncluder(context);
	return expand(text, context.article.key, include, context);
};

async function expand(text: string, file: string, include: Include, context: StepContext): Promise<string> {
	const imports = new Map<string, string>();
	let result = await replaceEach(text, importLine, ({ parts: [, name = "", , path = ""] }) => {
		const found = findImport(path, file, context);
		imports.set(name, found ?? path);
		return "";
	});
	result = await replaceEach(result, otherImport, () => "");
	// MDX does not know the comments of HTML.
	result = replacePairs(result, /<!--/, /-->/, ({ inner }) => emptied(inner), { inCode: false });
	result = await replaceEach(result, /\{\s*(?:require\(\s*(["'])([^"'\n]+)\1\s*\)(?:\.default)?|useBaseUrl\(\s*(["'])([^"'\n]+)\3\s*\))\s*\}/g, ({ parts }) => {
		const path = parts[2] || parts[4] || "";
		return `"${addressOf(findImport(path, file, context), path)}"`;
	});
	// Nor addresses between angle brackets.
	result = await replaceEach(result, /<((?:https?:\/\/|mailto:)[^\s<>]{1,1000})>/g, ({ parts: [, url = ""] }) => `[${url.replace(/^mailto:/, "")}](${url})`);
	if (imports.size === 0) return result;
	result = await replaceEach(result, /=\{\s*([A-Za-z_$][\w$]*)(?:\.src)?\s*\}/g, ({ parts: [, name = ""] }) => {
		const path = imports.get(name);
		return path === undefined ? undefined : `="${addressOf(path, path)}"`;
	});
	return replaceEach(
		result,
		/<([A-Z][\w$]*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*(?:\/>|>\s*<\/\1>)/g,
		async ({ parts: [whole = "", name = "", attributes = ""], line, prefix }) => {
			const path = imports.get(name);
			if (path === undefined || !/\.(mdx?|markdown)$/i.test(path)) return undefined;
			const part = await include(path, line, (inner, again) => expand(props(inner, attributes), path, again, context));
			return part === undefined ? `\`${whole}\`` : rebase(part.trim(), path, file).replaceAll("\n", `\n${prefix}`);
		},
	);
}

/** Values that a partial is given. */
function props(text: string, attributes: string): string {
	const values = new Map(
		[...attributes.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|\{\s*["']?([^{}"']*?)["']?\s*\})/g)].map(([, name = "", ...found]: (string | undefined)[]) => [
			name,
			found.find((value) => value !== undefined) ?? "",
		]),
	);
	return text.replace(/\{\s*props\.(\w+)\s*\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** Links of a partial start from its own folder. */
function rebase(text: string, from: string, to: string): string {
	if (posix.dirname(from) === posix.dirname(to)) return text;
	return text.replace(
		/(\]\(<?|\b(?:src|href)=["'])(\.{1,2}\/[^\s)"'>]*)/g,
		(_whole, lead: string, path: string) => `${lead}/${posix.join(posix.dirname(from), path)}`,
	);
}

function findImport(path: string, from: string, { library }: StepContext): string | undefined {
	const here = { key: from, addresses: [] };
	if (path.startsWith(".") || path.startsWith("@site/") || path.startsWith("/") || path.startsWith("~") || path.startsWith("@/"))
		return library.file(path, here);
	return library.file(`/src/${path}`, here);
}

function addressOf(found: string | undefined, path: string): string {
	return found === undefined || path.startsWith("/") ? path : addressOfFile(found);
}
