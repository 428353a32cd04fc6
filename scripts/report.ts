import { misuse, runCommand } from "./lib/command-line.ts";
import { fetchOverview } from "./lib/fetch-report.ts";
import { overviewMarkdown } from "./lib/reporters/overview-markdown.ts";
import { overviewText } from "./lib/reporters/overview-text.ts";
import { stoppable } from "./lib/stoppable.ts";

const printers = { text: overviewText, markdown: overviewMarkdown, json: (report: object) => JSON.stringify(report, null, "\t") };

await runCommand({
	usage: `
npm run report [-- --days 30] [--format text|markdown|json] [--json]

Prints the manager's report: the seven metrics, searches without an answer, articles that did not help, tickets by category.
Reads the local server, or starts one for the moment. For a deployed centre set KB_URL=https://help.example.com and
REPORT_TOKEN (the Worker's secret of that name).

Exit codes: 0 printed, 1 the report could not be read, 2 wrong use.`,
	options: { days: { type: "string", default: "30" }, format: { type: "string", default: "text" }, json: { type: "boolean" } },
	async main({ values }) {
		const format = values.json ? "json" : values.format;
		const days = Number(values.days);
		if (!Object.hasOwn(printers, format)) misuse(`--format is "${format}"; allowed: ${Object.keys(printers).join(", ")}.`);
		if (!Number.isInteger(days) || days < 1 || days > 366) misuse(`--days is "${values.days}"; it must be a whole number from 1 to 366.`);
		return stoppable(
			async (stop) => {
				console.log(printers[format as keyof typeof printers](await fetchOverview(days, stop)));
				return 0;
			},
			(line) => console.error(line),
		);
	},
});
