import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { importCentre } from "#scripts/lib/importers/import-centre.ts";
import { sources } from "#scripts/lib/importers/sources/open-source.ts";
import type { ImportReport } from "#scripts/lib/importers/write/report.ts";
import { root } from "#scripts/lib/paths.ts";

/** The fixture of a source. */
export function fixture(source: string): string {
	return join(root, "tests/fixtures/import", source);
}

/** A folder for one test, removed after it. */
export function scratch(): string {
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-import-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Writes files into a new folder; what is no text becomes JSON. */
export function folderWith(files: Record<string, unknown>): string {
	const folder = scratch();
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
	}
	return folder;
}

/** What an import wrote. */
export interface Imported {
	out: string;
	report: ImportReport;
	/** Text of a file below the content folder. */
	text(path: string): string;
	/** Body of an article, without front matter. Example: `en/guides/first` */
	body(article: string): string;
	/** What was said, as `kind file:line what`, but for what every import says. */
	said(about?: string): string;
}

/** Imports an export. */
export async function importFrom(kind: string, path: string, { asked, out = scratch() }: { asked?: string; out?: string } = {}): Promise<Imported> {
	const source = await sources[kind]?.open(path, { locale: asked ?? "en", asked });
	if (!source) throw new Error(`no source ${kind}`);
	const report = await importCentre(source, { out, locale: source.locale ?? "en", owner: "unassigned", today: "2026-01-02" });
	await source.close();
	const text = (file: string) => readFileSync(join(out, file), "utf8");
	return {
		out,
		report,
		text,
		body: (article) => text(`articles/${article}.mdx`).replace(/^---\n[^]*?\n---\n\n?/, ""),
		said: (about = "") =>
			[...report.quarantined, ...report.needsPerson, ...report.changed]
				.filter(({ file, what }) => !what.includes("made with sample values") && `${file} ${what}`.includes(about))
				.map(({ kind: said, file, line, what }) => `${said} ${file}:${line} ${what}`)
				.join("\n"),
	};
}
