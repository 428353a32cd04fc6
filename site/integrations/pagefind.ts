import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type PagefindIndex } from "pagefind";
import type { BuiltArticle } from "#site/lib/build-record.ts";

/** Hands an article's text to Pagefind, through its API: no page is read again. */
async function add(index: PagefindIndex, { url, title, summary, keywords, passages, headings, locale }: BuiltArticle): Promise<void> {
	const content = [title, keywords.join(", "), summary, ...headings.map(({ text }) => text), ...passages.map(({ text }) => text)].join(". \n");
	const { errors } = await index.addCustomRecord({ url, content, language: locale, meta: { title } });
	if (errors.length > 0) throw new Error(`Pagefind did not take ${url}: ${errors.join("; ")}`);
}

/** Parts of Pagefind that nobody loads: its own interface. */
const interfaceFiles = "*{ui,highlight,modular,component}*";

/** Address of an article → name of its fragment; Pagefind tells them apart by a hash that its results carry. */
function fragmentNames(folder: string): Map<string, string> {
	return new Map(
		globSync("fragment/*.pf_fragment", { cwd: folder }).map((path) => {
			const text = gunzipSync(readFileSync(join(folder, path))).toString("utf8");
			const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
			return [url, path.slice("fragment/".length, -".pf_fragment".length)];
		}),
	);
}

/** Pagefind at work, in a process of its own. */
export interface PagefindBuild {
	/** Takes an article; what goes wrong is told by `taken`. */
	add(article: BuiltArticle): void;
	/** Waits until all articles are taken. */
	taken(): Promise<void>;
	/**
	 * Writes the index.
	 *
	 * @param out folder of the site
	 * @returns the name of each article's fragment, by address
	 */
	finish(out: string): Promise<Map<string, string>>;
}

/** Ends Pagefind's process, once every index is written. */
export async function closePagefind(): Promise<void> {
	await close();
}

/** Starts Pagefind, so that it can take articles while others are still rendered. */
export function startPagefind(locale: string): PagefindBuild {
	const starting = createIndex({ forceLanguage: locale }).then(({ index, errors }) => {
		if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
		return index;
	});
	const adding: Promise<void>[] = [];
	return {
		add(article) {
			const taken = starting.then((index) => add(index, article));
			// `taken` waits for it and throws; until then it is no unhandled failure.
			taken.catch(() => undefined);
			adding.push(taken);
		},
		async taken() {
			await Promise.all(adding);
		},
		async finish(out) {
			const folder = join(out, "pagefind");
			rmSync(folder, { recursive: true, force: true });
			const index = await starting;
			const { errors } = await index.writeFiles({ outputPath: folder });
			if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join("; ")}`);
			for (const name of globSync(interfaceFiles, { cwd: folder })) rmSync(join(folder, name));
			return fragmentNames(folder);
		},
	};
}
