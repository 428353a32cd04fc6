import type { Finding } from "#site/lib/finding.ts";
import { readCentre } from "./centre.ts";
import { exporters } from "./index.ts";
import { writeWhole } from "./out-folder.ts";
import { readArticles } from "./read-articles.ts";

/** What `npm run export` was asked for. */
export interface ExportRequest {
	/** The content folder. */
	content: string;
	/** A key of `exporters`. */
	format: string;
	/** Absolute path; for a format with a document it may be a file ending in `.json`: then pictures are left out. */
	out: string;
	/** Without drafts. */
	published: boolean;
	force: boolean;
	stop: AbortSignal;
	progress(done: number, of: number): void;
}

/** What was exported. */
export interface ExportSummary {
	format: string;
	out: string;
	articles: number;
	drafts: number;
	archived: number;
	/** Files written, pictures included. */
	files: number;
	/** What could not be exported, and why. */
	broken: Finding[];
}

/** Exports a content folder. Articles that cannot be read are left out and named in the summary. */
export async function runExport({ content, format, out, published, force, stop, progress }: ExportRequest): Promise<ExportSummary> {
	const exporter = exporters[format];
	if (!exporter) throw new Error(`no exporter is called ${format}`);
	const centre = readCentre(content, { published });
	const broken = [...centre.broken];
	const source = readArticles(centre, {
		stop,
		progress: (done) => progress(done, centre.entries.length),
		broken: (problem) => void broken.push(problem),
	});
	const document = out.endsWith(".json") ? exporter.document : undefined;
	const files = await writeWhole({ out, content, document, format, force }, (sink) => exporter.write(source, sink));
	const lost = new Set(broken.map(({ file }) => file));
	const exported = centre.entries.filter(({ file }) => !lost.has(file));
	return {
		...{ format, out, files, broken, articles: exported.length },
		drafts: exported.filter(({ data }) => data.draft).length,
		archived: exported.filter(({ data }) => data.archived).length,
	};
}
