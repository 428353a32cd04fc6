import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importCentre } from "#scripts/lib/importers/import-centre.ts";
import type { Source, SourceArticle, SourceText } from "#scripts/lib/importers/source.ts";
import type { ImportReport } from "#scripts/lib/importers/write/report.ts";

interface Page extends Partial<Omit<SourceArticle, "read">> {
	text: string;
	format?: SourceText["format"];
}

/** A source that lives in memory: pages by key, which is also their path, and files by theirs. */
export function memorySource(pages: Record<string, Page | string>, files: Record<string, Buffer> = {}, rest: Partial<Source> = {}): Source {
	const articles = Object.entries(pages).map(([key, page]): SourceArticle => {
		const { text, format = "markdown", ...fields } = typeof page === "string" ? { text: page } : page;
		return {
			key,
			file: key,
			path: key.replace(/\.\w+$/, "").split("/"),
			keywords: [],
			draft: false,
			addresses: [],
			leftOver: [],
			read: () => Promise.resolve({ format, text, firstLine: 1 }),
			...fields,
		};
	});
	return {
		name: "memory",
		articles,
		categories: [],
		redirects: [],
		notes: [],
		dialect: {},
		resolveLink(url) {
			const [key = "", anchor] = url.split("#");
			return Object.hasOwn(pages, key) ? { key, anchor } : undefined;
		},
		resolveFile: (url) =>
			Object.hasOwn(files, url) ? { key: url, name: url.split("/").at(-1) ?? "", read: () => Promise.resolve(files[url] ?? Buffer.alloc(0)) } : undefined,
		close: () => Promise.resolve(),
		...rest,
	};
}

/** An empty folder for one import. */
export function importFolder(): string {
	return mkdtempSync(join(tmpdir(), "import-"));
}

/** Imports a source as the command would, on a fixed day. */
export function importInto(out: string, source: Source): Promise<ImportReport> {
	return importCentre(source, { out, locale: "en", owner: "support", today: "2026-11-21" });
}

/** The notes of a report, one a line. Example: `person a.md:3 the picture x.png is not in the import` */
export function notesOf({ changed, needsPerson, quarantined }: ImportReport): string[] {
	return [...quarantined, ...needsPerson, ...changed]
		.filter(({ file }) => !file.startsWith("data/"))
		.map(({ kind, file, line, what }) => `${kind} ${file}:${line} ${what}`);
}
