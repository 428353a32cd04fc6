import { resolve } from "node:path";
import { SingleBar } from "cli-progress";
import { contentFolder } from "#site/lib/content-folder.ts";
import { describeFinding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import { plural } from "#site/lib/plural.ts";
import { displayPath } from "./lib/checks/read-content.ts";
import { misuse, runCommand } from "./lib/command-line.ts";
import { exporters } from "./lib/exporters/index.ts";
import { runExport, type ExportSummary } from "./lib/exporters/run-export.ts";
import { stoppable } from "./lib/stoppable.ts";

const usage = `
npm run export -- markdown|json|zendesk --out FOLDER [--published] [--force] [--json]

Writes the whole centre (content/, or KB_CONTENT) in a form that other tools read. Drafts and archived articles say what they are.

  markdown   plain Markdown with all fields, without components; links and pictures work where it lies; a README leads to all
  json       centre.json (described in scripts/lib/exporters/json-schema.ts): fields, Markdown and HTML of every article
  zendesk    help_center.json, shaped as Zendesk's Help Center API answers: categories, sections, articles, article_attachments

  --out        where to; it must not exist, be empty, or be an earlier export. For json and zendesk also a file like centre.json:
               then pictures are named, but not copied
  --published  without drafts
  --force      replaces whatever is at --out
  --json       prints the summary as JSON

Everything is written, or nothing. Articles that cannot be read are left out and named.
Exit codes: 0 exported, 1 something could not be exported, 2 wrong use.`;

/** A bar for who watches; nothing in a log or a pipe. */
function makeProgress(): { show(done: number, of: number): void; end(): void } {
	if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
	const bar = new SingleBar({ format: "{bar} {value} of {total} articles", stream: process.stderr, clearOnComplete: true, hideCursor: true });
	return {
		show(done, of) {
			if (!bar.isActive) bar.start(of, done);
			else bar.update(done);
		},
		end: () => bar.stop(),
	};
}

function inWords({ articles, drafts, archived, files, out, broken }: ExportSummary): string {
	const problems = broken.map((problem) => `${describeFinding(problem)}\n\n`).join("");
	const lost = new Set(broken.map(({ file }) => file)).size;
	const left = lost > 0 ? ` Left out: ${lost}, for the reasons above.` : "";
	return `${problems}${plural(articles, "article")} exported (${plural(drafts, "draft")}, ${archived} archived), ${plural(files, "file")} in ${displayPath(out)}.${left}`;
}

await runCommand({
	usage,
	options: { out: { type: "string" }, published: { type: "boolean" }, force: { type: "boolean" }, json: { type: "boolean" } },
	async main({ values, positionals }) {
		const [format, ...more] = positionals;
		const names = Object.keys(exporters);
		if (format === undefined || more.length > 0) misuse(`Name one format: ${names.join(", ")}.`);
		if (!Object.hasOwn(exporters, format)) {
			const meant = nearest(format, names);
			misuse(`"${format}" is not a format${meant ? ` (did you mean "${meant}"?)` : ""}; allowed: ${names.join(", ")}.`);
		}
		if (!values.out) misuse(`Say where to: npm run export -- ${format} --out export`);
		const { out, published = false, force = false } = values;
		if (format === "markdown" && out.endsWith(".json")) misuse(`--out is "${out}"; Markdown is exported to a folder.`);
		return stoppable(
			async (stop) => {
				const progress = makeProgress();
				try {
					const summary = await runExport({ content: contentFolder(), format, out: resolve(out), published, force, stop, progress: progress.show });
					progress.end();
					console.log(values.json ? JSON.stringify(summary, null, "\t") : inWords(summary));
					return summary.broken.length > 0 ? 1 : 0;
				} finally {
					progress.end();
				}
			},
			(line) => console.error(line),
		);
	},
});
