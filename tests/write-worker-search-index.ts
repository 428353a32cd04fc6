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
import { indexFolder, indexRootPath } from "#site/search/paths.ts";

const site = join(import.meta.dirname, "worker/site/public");
const folder = "fixture";

function article(
	id: string,
	{ title, summary, quickAnswer = "", keywords }: Pick<IndexInput, "title" | "summary" | "keywords"> & { quickAnswer?: string },
): IndexInput {
	const category = id.slice(0, id.lastIndexOf("/"));
	return {
		...{ id, url: `/${id}/`, title, summary, quickAnswer, keywords, type: "how-to", category },
		categoryTitle: category === "data-entry" ? "Data entry" : "Reporting",
		...{ headings: [], passages: [], asked: [], stale: false, helpfulness: 0 },
	};
}

const { root, files, urls } = buildIndex({
	language: english,
	synonyms: { both: [], oneWay: [] },
	documents: [
		article("data-entry/import", {
			title: "How do I import values?",
			summary: "Bring a spreadsheet in.",
			quickAnswer: "Choose Import & drop the file.",
			keywords: ["spreadsheet", "csv"],
		}),
		article("reporting/export", { title: "How do I export a report?", summary: "Download a report as PDF.", keywords: ["download", "pdf"] }),
	],
});

async function write(path: string, content: unknown): Promise<void> {
	const file = join(site, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, await format(JSON.stringify(content), { ...(await resolveConfig(file)), filepath: file }));
}

rmSync(join(site, indexFolder), { recursive: true, force: true });
files.set(
	"fragments.json",
	urls.map((_, number) => `en_${number + 1}`),
);
for (const [name, content] of files) await write(`${indexFolder}/${folder}/${name}`, content);
await write(indexRootPath, { ...root, folder } satisfies IndexRoot);
