import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { glob, type Loader } from "astro/loaders";
import { startOfText } from "#site/lib/front-matter.ts";
import { createCompiler, type ArticleCode, type CompileArticle } from "./article-code.ts";
import { prepareCollection } from "./prepared-articles.ts";

/** Where the store keeps the pictures of articles by their id; articles that are modules are not among them. */
const pictureKey = "pictures";

/**
 * Reads articles as Astro does, but in a build makes functions of them and not modules: thousands of modules through the bundler are
 * most of the time and memory that Astro takes for a large centre. What needs a module gets one: an article with code of its own, and
 * every article while somebody writes, since only modules can be exchanged in the browser.
 */
export function articleLoader(options: Parameters<typeof glob>[0]): Loader {
	const files = glob(options);
	return {
		name: "articles",
		async load(context) {
			if (context.watcher) return files.load(context);
			const { store, meta, config, collection } = context;
			const known = new Map(Object.entries(JSON.parse(meta.get(pictureKey) ?? "{}") as Record<string, string[]>));
			// Read anew is an article of which a picture has gone, so that what is wrong is said, and one that a build which was killed left half noted.
			for (const [id, { deferredRender }] of store.entries()) if (!deferredRender && !known.get(id)?.every((path) => existsSync(path))) store.delete(id);
			const read: Parameters<typeof store.set>[0][] = [];
			await files.load({ ...context, store: { ...store, set: (entry) => read.push(entry) > 0 } });

			const compile = await createCompiler(config);
			const root = fileURLToPath(config.root);
			const absolute = (filePath: string) => resolve(root, filePath);
			const compiled = new Map<string, ArticleCode>();
			async function compileOf(filePath: string, body: string): Promise<ArticleCode | null> {
				try {
					return await compile(body, absolute(filePath));
				} catch (error) {
					throw await explained(error, body, absolute(filePath), { compile, filePath });
				}
			}
			for (const { body = "", ...entry } of read) {
				const code = await compileOf(entry.filePath ?? "", body);
				if (code) compiled.set(entry.filePath ?? "", code);
				store.set({ ...entry, deferredRender: code === null });
				if (code) known.set(entry.id, code.pictures);
				else known.delete(entry.id);
			}
			const pictures = Object.fromEntries([...known].filter(([id]) => store.has(id)));
			meta.set(pictureKey, JSON.stringify(pictures));

			prepareCollection(collection, {
				pictures: () => Object.values(pictures).flat(),
				async codeOf(filePath) {
					const file = absolute(filePath);
					const text = compiled.has(filePath) ? "" : readFileSync(file, "utf8");
					return compiled.get(filePath) ?? compile(text.slice(startOfText(text)?.bodyOffset), file);
				},
			});
		},
	};
}

/** What is wrong with an article, with its file, and the line of the file instead of that of the text. */
async function explained(error: unknown, body: string, file: string, { compile, filePath }: { compile: CompileArticle; filePath: string }): Promise<Error> {
	const text = readFileSync(file, "utf8");
	const linesBefore = text.slice(0, text.indexOf(body)).split("\n").length - 1;
	const placed: unknown = await compile("\n".repeat(linesBefore) + body, file).then(
		() => error,
		(again: unknown) => again,
	);
	return new Error(`${filePath}: ${placed instanceof Error ? placed.message : String(placed)}`, { cause: error });
}
