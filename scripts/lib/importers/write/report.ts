import { join } from "node:path";
import type { Note } from "../notes.ts";
import type { Outcome } from "./place-article.ts";
import { importFolder } from "./state.ts";
import { writeSafely } from "../../write-safely.ts";

/** What an import did, as `import/<source>-report.json` holds it. */
export interface ImportReport {
	source: string;
	/** Articles by what happened to them; those in quarantine are not among them. */
	outcomes: Record<Outcome, number>;
	/** Articles that came along, with what had to be said about each. */
	imported: { file: string; article: string; outcome: Outcome }[];
	changed: Note[];
	needsPerson: Note[];
	quarantined: Note[];
	/** Pictures and files that were copied. */
	files: number;
}

/** Sorts what an import noted. */
export function makeReport(source: string, imported: ImportReport["imported"], notes: Note[], files: number): ImportReport {
	const outcomes: ImportReport["outcomes"] = { new: 0, updated: 0, unchanged: 0, kept: 0, conflict: 0, removed: 0 };
	for (const { outcome } of imported) outcomes[outcome] += 1;
	const of = (kind: Note["kind"]) => notes.filter((note) => note.kind === kind).sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
	return { source, outcomes, imported, changed: of("changed"), needsPerson: of("person"), quarantined: of("quarantined"), files };
}

/** Writes the report for people (`.md`) and for programs (`.json`). Returns where the first lies, below the content folder. */
export function writeReport(out: string, report: ImportReport): string {
	const path = `${importFolder}/${report.source}-report`;
	writeSafely(join(out, `${path}.json`), `${JSON.stringify(report, null, "\t")}\n`);
	writeSafely(join(out, `${path}.md`), reportText(report));
	return `${path}.md`;
}

/** The report as Markdown. */
export function reportText(report: ImportReport): string {
	const { source, imported, changed, needsPerson, quarantined } = report;
	return [
		`# Import from ${source}`,
		summaryOf(report),
		...section("Quarantined", "These did not come along. The originals lie in `import/quarantine/`.", quarantined),
		...section("Needs a person", "These came along, and somebody has to look.", needsPerson),
		...section("Changed", "These came along in another form.", changed),
		"## Imported",
		imported.map(({ file, article, outcome }) => `- ${line(file)} → ${line(article)} (${outcome})`).join("\n") || "Nothing.",
		"",
	].join("\n\n");
}

/** One line of figures. Example: `120 articles: 118 new, 2 unchanged; 1 quarantined, 14 need a person` */
export function summaryOf({ outcomes, imported, quarantined, needsPerson, files }: ImportReport): string {
	const parts = Object.entries(outcomes).filter(([, count]) => count > 0);
	const articles = `${imported.length} ${imported.length === 1 ? "article" : "articles"}`;
	return `${articles}: ${parts.map(([name, count]) => `${count} ${name}`).join(", ") || "none"}; ${quarantined.length} quarantined; ${needsPerson.length} ${needsPerson.length === 1 ? "point needs" : "points need"} a person; ${files} ${files === 1 ? "file" : "files"}.`;
}

function section(title: string, text: string, notes: Note[]): string[] {
	if (notes.length === 0) return [];
	return [`## ${title} (${notes.length})`, text, notes.map(({ file, line: at, what }) => `- ${line(`${file}:${at}`)} ${line(what)}`).join("\n")];
}

/** Text of a source inside Markdown: one line, no markup of its own. */
function line(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
}
