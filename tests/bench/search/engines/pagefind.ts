import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { createIndex } from "pagefind";
import type { BenchArticle, BenchEngine } from "./types.ts";

interface Pagefind {
	options(options: { basePath: string }): Promise<void>;
	init(): Promise<void>;
	search(query: string): Promise<{ results: { id: string; score: number }[] } | null>;
	destroy(): Promise<void>;
}

/** Put before Pagefind's script: a `fetch` of the module's own, that reads the disk. The global one stays as it is. */
const fetchFromDisk = `import { readFile } from "node:fs/promises";
const fetch = async (address) => new Response(await readFile(new URL(String(address).replace(/\\?.*$/, ""))));
`;

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function pageOf({ title, body }: BenchArticle): string {
	const paragraphs = body.map((text) => `<p>${escapeHtml(text)}</p>`).join("\n");
	return `<!doctype html>\n<html lang="en"><body>\n<h1>${escapeHtml(title)}</h1>\n${paragraphs}\n</body></html>`;
}

async function writeIndex(folder: string, articles: BenchArticle[]): Promise<void> {
	const { index, errors } = await createIndex();
	if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
	const added = await Promise.all(articles.map((article, position) => index.addHTMLFile({ url: `/${position}/`, content: pageOf(article) })));
	const written = await index.writeFiles({ outputPath: folder });
	await index.deleteIndex();
	const wrong = [...added, written].flatMap((answer) => answer.errors);
	if (wrong.length > 0) throw new Error(`Pagefind did not take the articles: ${wrong.join("; ")}`);
}

/** Id of a Pagefind result → id of an article. Read once, because a result names its page only after a fetch of its own. */
async function articleIds(folder: string, articles: BenchArticle[]): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const file of await readdir(join(folder, "fragment"))) {
		const text = gunzipSync(await readFile(join(folder, "fragment", file))).toString("utf8");
		const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
		const article = articles[Number(url.replaceAll("/", ""))];
		if (article) ids.set(file.replace(/\.pf_fragment$/, ""), article.id);
	}
	return ids;
}

async function openIndex(folder: string): Promise<Pagefind> {
	const script = join(folder, "pagefind.mjs");
	await writeFile(script, fetchFromDisk + (await readFile(join(folder, "pagefind.js"), "utf8")));
	const pagefind = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as Pagefind;
	await pagefind.options({ basePath: pathToFileURL(`${folder}/`).href });
	await pagefind.init();
	return pagefind;
}

async function engineIn(folder: string, articles: BenchArticle[]): Promise<BenchEngine> {
	await writeIndex(folder, articles);
	const ids = await articleIds(folder, articles);
	const pagefind = await openIndex(folder);
	return {
		name: "Pagefind",
		note: "as it comes",
		search: async (query) => {
			if (!query.trim()) return [];
			const results = (await pagefind.search(query))?.results ?? [];
			return results.flatMap(({ id, score }) => {
				const article = ids.get(id);
				return article === undefined ? [] : [{ id: article, score }];
			});
		},
		close: async () => {
			await pagefind.destroy();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Pagefind as it comes: a page an article, indexed through its Node API, searched by its browser script. */
export async function makePagefind(articles: BenchArticle[]): Promise<BenchEngine> {
	const folder = await mkdtemp(join(tmpdir(), "bench-pagefind-"));
	try {
		return await engineIn(folder, articles);
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}
