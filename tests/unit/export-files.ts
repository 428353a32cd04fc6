import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { runExport, type ExportRequest, type ExportSummary } from "#scripts/lib/exporters/run-export.ts";

/** The shipped centre. */
export const shipped = resolve(import.meta.dirname, "../../content");

/** A folder for one test, removed after it. */
export function scratch(): string {
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-export-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A copy of the sound centre with some files changed; texts by path below the content folder. */
export function centreWith(changes: Record<string, string>): string {
	const content = join(scratch(), "content");
	cpSync(resolve(import.meta.dirname, "../fixtures/content-sound"), content, { recursive: true });
	for (const [path, text] of Object.entries(changes)) {
		mkdirSync(dirname(join(content, path)), { recursive: true });
		writeFileSync(join(content, path), text);
	}
	return content;
}

/** A reference article; drafts and the like by more fields. */
export function article(body: string, fields = ""): string {
	return `---\ntitle: A table of units\nsummary: All units that the product knows, in one table.\ntype: reference\nowner: data-team\nlastReviewed: 2026-09-14\n${fields}---\n\n${body}\n`;
}

/** Exports to `out` and says how it went. */
export function exportTo(out: string, format: string, request: Partial<ExportRequest> = {}): Promise<ExportSummary> {
	const { signal } = new AbortController();
	return runExport({ content: shipped, format, out, published: false, force: false, stop: signal, progress: () => undefined, ...request });
}

/** Paths below a folder, with `/`. */
export function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();
}

/** The JSON in a file. */
export function readJson(file: string): unknown {
	return JSON.parse(readFileSync(file, "utf8"));
}
