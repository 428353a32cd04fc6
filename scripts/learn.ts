import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { displayPath, readContent } from "./lib/checks/read-content.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import { fetchLearnedSearches } from "./lib/fetch-report.ts";
import { describeLearned, type LearnReport } from "./lib/learn/describe-learned.ts";
import { knownArticles } from "./lib/learn/known-articles.ts";
import { learnWords, type LogRow } from "./lib/learn/learn-words.ts";
import { compareLearned, learnedFile, readLearned, renderLearned, writeLearned } from "./lib/learn/learned-file.ts";
import { readLog } from "./lib/learn/read-log.ts";
import { stoppable } from "./lib/stoppable.ts";

const shown = 20;

await runCommand({
	usage: `
npm run learn [-- --file FILE.jsonl] [--days 90] [--minimum 3] [--dry-run] [--json]

Gives each article the words its readers really use: takes searches that ended in a helpful article and writes them to
data/learned-words.yml of the content folder (content/, or KB_CONTENT), for review. The next build weighs them.
Reads the local server, or starts one for the moment. For a deployed centre set KB_URL=https://help.example.com and
REPORT_TOKEN (the Worker's secret of that name).

  --file     a log instead: lines of {"query": "…", "article": "<id>", "visitors": 3}
  --days     how far to look back (1 to 366; default 90). Not for --file
  --minimum  fewest distinct visitors of one day (2 or more; default 3)
  --dry-run  shows what would come and go, and writes nothing
  --json     for programs: {file, sample, minimum, written, taken, articles, added, removed, dropped}

What may be personal is never taken. The new list replaces the old one; its comment stays.

Exit codes: 0 done, 1 searches or file could not be read, 2 wrong use.`,
	options: {
		file: { type: "string" },
		days: { type: "string" },
		minimum: { type: "string", default: "3" },
		"dry-run": { type: "boolean", default: false },
		json: { type: "boolean", default: false },
	},
	async main({ values, positionals }) {
		if (positionals.length > 0) misuse(`"${positionals[0]}" is not understood; a log is named with --file.`);
		if (values.file !== undefined && values.days !== undefined) misuse("--days is for the Worker's report; a log (--file) is taken as it is.");
		const days = wholeNumber("--days", values.days ?? "90", 1, 366);
		const minimum = wholeNumber("--minimum", values.minimum, 2, 1000);
		const folder = contentFolder();
		const file = displayPath(join(folder, learnedFile));
		const before = readLearned(folder, file);
		if (before.problems.length > 0) fail([...before.problems, "Mend the file or delete it, then run this again."].join("\n\n"));
		return stoppable(
			async (stop) => {
				const { rows, sample } = values.file === undefined ? await fromWorker(days, minimum, stop) : { rows: fromFile(values.file), sample: false };
				const { words, taken, dropped } = learnWords(rows, { articles: knownArticles(readContent(folder)), minimum });
				const text = renderLearned(words, before.text);
				const written = !values["dry-run"] && text !== before.text;
				if (written) writeLearned(folder, text);
				const report: LearnReport = { file, sample, minimum, written, taken, articles: words.length, ...compareLearned(before.words, words), dropped };
				console.log(values.json ? JSON.stringify(report, null, "\t") : describeLearned(report, values["dry-run"]));
				return 0;
			},
			(line) => console.error(line),
		);
	},
});

function wholeNumber(option: string, text: string, least: number, most: number): number {
	const number = Number(text);
	if (text.trim() === "" || !Number.isInteger(number) || number < least || number > most)
		misuse(`${option} is "${text}"; it must be a whole number from ${least} to ${most}.`);
	return number;
}

async function fromWorker(days: number, minimum: number, stop: AbortSignal): Promise<{ rows: LogRow[]; sample: boolean }> {
	const { searches, sample } = await fetchLearnedSearches(days, minimum, stop);
	return { rows: searches, sample };
}

function fromFile(path: string): LogRow[] {
	if (!statSync(resolve(path), { throwIfNoEntry: false })?.isFile()) misuse(`--file is "${path}"; there is no such file.`);
	const { rows, problems } = readLog(readFileSync(resolve(path), "utf8"), displayPath(resolve(path)));
	if (problems.length > 0)
		fail(
			[
				...problems.slice(0, shown),
				...(problems.length > shown ? [`… and ${problems.length - shown} more`] : []),
				"Nothing was learned: a log that is half understood would take words away. Correct these lines.",
			].join("\n"),
		);
	return rows;
}
