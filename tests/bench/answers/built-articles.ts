import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { libraryPath, librarySchema } from "#contract/read-api.ts";
import type { Env } from "#worker/env.ts";
import { letters, type LettersOf } from "./judge.ts";

/** The files of a built site, as the Worker reads them. */
export function builtAssets(out: string): Pick<Env, "ASSETS"> {
	function read(request: Request): Response {
		const file = join(out, decodeURIComponent(new URL(request.url).pathname));
		return file.startsWith(out) && existsSync(file) && statSync(file).isFile() ? new Response(readFileSync(file)) : new Response(null, { status: 404 });
	}
	return { ASSETS: { fetch: async (request: Request) => read(request) } };
}

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Looks up the words of a built site's articles. */
export function builtLetters(out: string): LettersOf {
	const known = new Map<string, ReadonlyMap<string, string>>();
	function readLanguage(locale: string): ReadonlyMap<string, string> {
		const { articles } = librarySchema.parse(JSON.parse(readFileSync(join(out, libraryPath(locale)), "utf8")));
		const words = new Map(articles.map((article) => [article.id, lettersIn(readFileSync(join(out, article.markdown), "utf8"))]));
		known.set(locale, words);
		return words;
	}
	return (locale, id) => (known.get(locale) ?? readLanguage(locale)).get(id) ?? null;
}

function lettersIn(text: string): string {
	const words: string[] = [];
	visit(markdown.parse(text), (node) => {
		if (node.type === "text" || node.type === "inlineCode" || node.type === "code") words.push(node.value);
	});
	return letters(words.join(""));
}
