/**
 * Writes the search index of the Worker tests' site: `node tests/write-worker-search-index.ts`, after a change of the index's
 * format. The index lies in git, so that the tests need no build.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { buildIndex } from "#site/search/build/build-index.ts";
import type { IndexInput } from "#site/search/build/documents.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { english } from "#site/search/languages/english.ts";
import { german } from "#site/search/languages/german.ts";
import type { Language } from "#site/search/languages/language.ts";
import { searchPaths } from "#site/search/paths.ts";

const site = join(import.meta.dirname, "worker/site/public");
const folder = "fixture";

type Told = Pick<IndexInput, "title" | "summary" | "categoryTitle"> & Partial<Pick<IndexInput, "quickAnswer" | "keywords">>;

function article(id: string, base: string, { quickAnswer = "", keywords = [], ...told }: Told): IndexInput {
	const category = id.slice(0, id.lastIndexOf("/"));
	return {
		...{ id, url: `${base}/${id}/`, ...told, quickAnswer, keywords, type: "how-to", category },
		...{ headings: [], passages: [], asked: [], stale: false, helpfulness: 0 },
	};
}

const englishArticles = [
	article("data-entry/import", "", {
		title: "How do I import values?",
		summary: "Bring a spreadsheet in.",
		categoryTitle: "Data entry",
		quickAnswer: "Choose Import & drop the file.",
		keywords: ["spreadsheet", "csv"],
	}),
	article("reporting/export", "", {
		title: "How do I export a report?",
		summary: "Download a report as PDF.",
		categoryTitle: "Reporting",
		keywords: ["download", "pdf"],
	}),
];
const germanArticles = [
	article("data-entry/import", "/de", {
		title: "Wie importiere ich Werte?",
		summary: "Eine Tabelle einlesen.",
		categoryTitle: "Daten eingeben",
		quickAnswer: "Import wählen, Datei ablegen.",
	}),
	article("reporting/export", "/de", { title: "Wie exportiere ich einen Bericht?", summary: "Einen Bericht als PDF laden.", categoryTitle: "Berichte" }),
];

async function write(path: string, content: unknown): Promise<void> {
	const file = join(site, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, await format(JSON.stringify(content), { ...(await resolveConfig(file)), filepath: file }));
}

/** Writes the index of a language, in place of what is there. */
async function writeIndex(base: string, locale: string, language: Language, documents: IndexInput[]): Promise<void> {
	const { root, files, urls } = buildIndex({ language, synonyms: { both: [], oneWay: [] }, documents });
	const paths = searchPaths(base);
	rmSync(join(site, paths.folder), { recursive: true, force: true });
	files.set(
		"fragments.json",
		urls.map((_, number) => `${locale}_${number + 1}`),
	);
	for (const [name, content] of files) await write(`${paths.folder}/${folder}/${name}`, content);
	await write(paths.root, { ...root, folder } satisfies IndexRoot);
}

await writeIndex("", "en", english, englishArticles);
await writeIndex("/de", "de", german, germanArticles);
