import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { AstroConfig } from "astro";

/** An article as the body of a function of `jsx` (Astro's JSX runtime) and `pictures` (by path), which returns its component. */
export interface ArticleCode {
	code: string;
	/** Absolute paths of the pictures that it shows. */
	pictures: string[];
}

/** Makes code of an article's MDX, without its front matter. `file` is its absolute path. Null where only a module of its own will do. */
export type CompileArticle = (mdx: string, file: string) => Promise<ArticleCode | null>;

/** Settings and plugins are those with which Astro makes modules of MDX. */
export async function createCompiler({ markdown, srcDir }: AstroConfig): Promise<CompileArticle> {
	const { processor, syntaxHighlight, shikiConfig, gfm, smartypants } = markdown;
	if (!processor.createMdxRenderer) throw new Error("the Markdown processor does not know MDX");
	const shared = { syntaxHighlight, shikiConfig, ...(gfm !== undefined && { gfm }), ...(smartypants !== undefined && { smartypants }) };
	const mdx = await processor.createMdxRenderer(shared, { optimize: false, srcDir });
	return async (text, file) => asFunction((await mdx.process(text, file, {})).code, file);
}

const runtime = /^import \{ (.+) \} from "astro\/jsx-runtime";$/;
const picture = /^import (\w+) from ("(?:[^"\\]|\\.)+");$/;
/** What pages do without: they hand over a component for pictures, and read front matter and headings elsewhere. */
const unused =
	/^(?:import \{ Image as \w+ \} from "astro:assets";|export const \w*sAstroImage = true;|export const frontmatter = .*;|export function getHeadings\(\) \{ .* \})$/;
/** What only a module can do, or what needs the front matter. Where a text merely says so, the article is a module as well. */
const needsModule = /^(?:import|export)\b|\bimport\s*[.(]|\bfrontmatter\b/m;

/** A module of an article, as the processor writes it, as the body of a function; null where it has code of its own or a picture is not there. */
export function asFunction(module: string, file: string, isThere: (path: string) => boolean = existsSync): ArticleCode | null {
	const pictures: string[] = [];
	const lines = module.split("\n").map((line) => {
		if (unused.test(line)) return "";
		const [, names] = runtime.exec(line) ?? [];
		if (names !== undefined) return `const { ${names.replaceAll(" as ", ": ")} } = jsx;`;
		const [, name, source] = picture.exec(line) ?? [];
		if (name === undefined || source === undefined) return line;
		const path = resolve(dirname(file), JSON.parse(source) as string);
		if (!isThere(path)) return line;
		pictures.push(path);
		return `const ${name} = pictures.get(${JSON.stringify(path)});`;
	});
	const code = lines.join("\n");
	return needsModule.test(code) ? null : { code: `"use strict";\n${code}\nreturn MDXContent;`, pictures };
}
