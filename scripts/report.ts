import { daysOfWeek } from "#contract/iso-week.ts";
import { resolve } from "node:path";
import { misuse, runCommand } from "./lib/command-line.ts";
import { fetchDigest, fetchOverview } from "./lib/fetch-report.ts";
import { digestHtml } from "./lib/reporters/digest-html.ts";
import { digestMarkdown } from "./lib/reporters/digest-markdown.ts";
import { digestText } from "./lib/reporters/digest-text.ts";
import { overviewMarkdown } from "./lib/reporters/overview-markdown.ts";
import { overviewText } from "./lib/reporters/overview-text.ts";
import { stoppable } from "./lib/stoppable.ts";
import { writeSafely } from "./lib/write-safely.ts";

const json = (report: object) => JSON.stringify(report, null, "\t");
const overviewPrinters = { text: overviewText, markdown: overviewMarkdown, json };
const digestPrinters = { text: digestText, markdown: digestMarkdown, html: digestHtml, json };

await runCommand({
	usage: `
npm run report [-- --days 30] [--format text|markdown|json] [--json] [--out FILE]
npm run report -- --week [2026-W47] [--format text|markdown|html|json] [--json] [--out FILE]

Prints the manager's report: the seven metrics, searches without an answer, articles that did not help, tickets by category.
With --week it prints the digest of a week (Monday to Sunday at the desk; the last full one unless another is named): what to do first,
then metrics, themes, trends, gaps, wins and overdue reviews. As html it is one page that can be sent along, printed, or kept as PDF.

Reads the local server, or starts one for the moment. For a deployed centre set KB_URL=https://help.example.com and
REPORT_TOKEN (the Worker's secret of that name).

Exit codes: 0 printed, 1 the report could not be read, 2 wrong use.`,
	options: {
		days: { type: "string" },
		week: { type: "boolean" },
		format: { type: "string", default: "text" },
		json: { type: "boolean" },
		out: { type: "string" },
	},
	async main({ values, positionals }) {
		const format = values.json ? "json" : values.format;
		const make = values.week ? digest(format, positionals, values.days) : overview(format, positionals, values.days);
		return stoppable(
			async (stop) => {
				const text = await make(stop);
				if (values.out === undefined) console.log(text.trimEnd());
				else {
					writeSafely(resolve(values.out), `${text.trimEnd()}\n`);
					console.error(`Written: ${values.out}`);
				}
				return 0;
			},
			(line) => console.error(line),
		);
	},
});

type Make = (stop: AbortSignal) => Promise<string>;

function overview(format: string, [unknown]: string[], days = "30"): Make {
	if (unknown !== undefined) misuse(`"${unknown}" is not understood; a week is named after --week.`);
	const print = printerOf(overviewPrinters, format);
	const count = Number(days);
	if (!Number.isInteger(count) || count < 1 || count > 366) misuse(`--days is "${days}"; it must be a whole number from 1 to 366.`);
	return async (stop) => print(await fetchOverview(count, stop));
}

function digest(format: string, [week, unknown]: string[], days: string | undefined): Make {
	if (days !== undefined) misuse("--week and --days do not go together.");
	if (unknown !== undefined) misuse(`"${unknown}" is not understood.`);
	if (week !== undefined && !daysOfWeek(week)) misuse(`"${week}" is not a week; write it like 2026-W47.`);
	const print = printerOf(digestPrinters, format);
	return async (stop) => print(await fetchDigest(week, stop));
}

function printerOf<Report>(printers: Record<string, (report: Report) => string>, format: string): (report: Report) => string {
	const print = Object.hasOwn(printers, format) ? printers[format] : undefined;
	return print ?? misuse(`--format is "${format}"; allowed: ${Object.keys(printers).join(", ")}.`);
}
