import { resolve } from "node:path";
import { SingleBar } from "cli-progress";
import { nearest } from "#site/lib/nearest.ts";
import { today } from "./lib/checks/today.ts";
import { misuse, runCommand, type ExitCode } from "./lib/command-line.ts";
import { importCentre } from "./lib/importers/import-centre.ts";
import { sources } from "./lib/importers/sources/open-source.ts";
import { defaultLocaleOf } from "./lib/importers/write/default-locale.ts";
import { summaryOf, writeReport } from "./lib/importers/write/report.ts";
import { stoppable } from "./lib/stoppable.ts";

const kinds = Object.entries(sources).map(([name, { what }]) => `    ${name.padEnd(11)} ${what}`);

const usage = `
Usage: npm run import -- <source> <path> --out <content folder> [--owner team] [--locale en] [--json]

Brings the articles of another help centre along, with pictures, links and old addresses. What it could not bring as it was is
listed in import/<source>-report.md of the content folder. Running it again updates what changed in the source and never
overwrites what a person has changed here.

  source      what the export was made by:
${kinds.join("\n")}
  path        folder or .zip of the export
  --out       content folder to write to; made when it is not there
  --owner     team that keeps the articles true; default: unassigned
  --locale    locale of the articles without an address prefix; default: that of the content folder, else the source's most
              frequent one, else en
  --json      the report as JSON, for programs
  --help      this text

Then:  KB_CONTENT=<content folder> npm run check, and npm run build

Exit code: 0 everything came along, 1 some articles are in quarantine or nothing was imported, 2 wrong use.
`;

await runCommand({
	usage,
	options: { out: { type: "string" }, owner: { type: "string" }, locale: { type: "string" }, json: { type: "boolean" } },
	main: ({ values, positionals }) =>
		stoppable(
			(stop) => importFrom(values, positionals, stop),
			(line) => console.error(line),
		),
});

interface Values {
	out?: string | undefined;
	owner?: string | undefined;
	locale?: string | undefined;
	json?: boolean | undefined;
}

async function importFrom({ out, owner = "unassigned", locale, json = false }: Values, [name, path, ...rest]: string[], stop: AbortSignal): Promise<ExitCode> {
	const kind = name !== undefined && Object.hasOwn(sources, name) ? sources[name] : undefined;
	const known = Object.keys(sources);
	if (name === undefined) return misuse(`Say what the export was made by; known: ${known.join(", ")}`);
	const meant = nearest(name, known);
	if (!kind) return misuse(`"${name}" is not a known source${meant ? ` (did you mean "${meant}"?)` : ""}; known: ${known.join(", ")}`);
	if (path === undefined || rest.length > 0) return misuse("Say one folder or .zip to import");
	if (out === undefined) return misuse("Say the content folder to write to with --out");
	if (locale !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale)) return misuse(`"${locale}" is not a locale like en or pt-BR`);

	const asked = locale ?? defaultLocaleOf(resolve(out));
	const source = await kind.open(resolve(path), { locale: asked ?? "en", asked });
	try {
		const bar =
			!json && process.stderr.isTTY ? new SingleBar({ format: "{bar} {value}/{total} articles  {eta_formatted} left", stream: process.stderr }) : undefined;
		bar?.start(source.articles.length, 0);
		const report = await importCentre(source, {
			out: resolve(out),
			locale: source.locale ?? asked ?? "en",
			owner,
			today: today(),
			progress: (done) => bar?.update(done),
			stop,
		});
		bar?.stop();
		const file = writeReport(resolve(out), report);
		console.log(
			json
				? JSON.stringify(report, null, "\t")
				: `${summaryOf(report)}\nReport  ${out}/${file}\nNext    KB_CONTENT=${out} npm run check, then KB_CONTENT=${out} npm run build`,
		);
		return report.quarantined.length > 0 || report.imported.length === 0 ? 1 : 0;
	} finally {
		await source.close();
	}
}
