import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Gap, GapsReport } from "#contract/gaps.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { describeFinding } from "#site/lib/finding.ts";
import { buildContent } from "./lib/checks/build-content.ts";
import type { Content } from "./lib/checks/model.ts";
import { displayPath, readContent } from "./lib/checks/read-content.ts";
import { today } from "./lib/checks/today.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import { fetchGaps } from "./lib/fetch-report.ts";
import { chooseGaps } from "./lib/gaps/choose-gaps.ts";
import { deliver, type Destination } from "./lib/gaps/deliver.ts";
import { changeFor } from "./lib/gaps/gaps-file.ts";
import { openHosts } from "./lib/gaps/open/where.ts";
import { planGaps } from "./lib/gaps/plan-gaps.ts";
import { stubTypes, type StubChoices } from "./lib/gaps/planned.ts";
import { readGapsReport } from "./lib/gaps/read-gaps.ts";
import { categoryOf, destination, oneOf, wholeNumber } from "./lib/gaps/read-options.ts";
import { resultOf } from "./lib/gaps/result.ts";
import { summaryOf } from "./lib/gaps/summary.ts";
import { stoppable } from "./lib/stoppable.ts";
import { templateName } from "./lib/templates/fill.ts";
import { writeSafely } from "./lib/write-safely.ts";

await runCommand({
	usage: `
npm run gaps [-- --days 30] [--take 8 | --only id,id] [--dry-run] [--json] [--summary FILE]
npm run gaps -- --branch NAME
npm run gaps -- --open pull-request|issue [--branch NAME] [--repository owner/name]

Turns searches that do not end well (/manage/search) into a change of the content folder (content/, or KB_CONTENT): synonyms and
keywords where an article says it in other words, a stub where there is no article, search tests for each, and a summary in
Markdown that says what is left for a person. It is tried on the content first: searches that went well keep going well.
Reads the local server, or starts one for the moment. For a deployed centre set KB_URL=https://help.example.com and
REPORT_TOKEN (the Worker's secret of that name).

  --days        how far to look back (1 to 366; default 30)
  --file        a report that was saved (GET /api/reports/gaps) instead of the Worker's
  --take        so many that no change is for yet, the most important first (default 8); those with one are told apart
  --only        these, by their ids
  --minimum     fewest searches of a phrasing that is written down (default 2)
  --category    folder of new articles; default: where the nearest articles are
  --owner       team that keeps new articles true; default: that of the nearest article
  --type        of new articles: ${stubTypes.join(", ")} (default how-to)
  --summary     writes the summary into a file, too
  --dry-run     shows the summary and writes nothing
  --json        for programs: {from, to, sample, gaps, files, said, opened, summary}

By default the files are written into the folder. Or to one other place, and then the folder stays as it is:

  --branch      a new branch of the folder's git repository, as one commit
  --open        pull-request: a branch and a pull or merge request on GitHub or GitLab; issue: the summary as an issue. Needs
                GITHUB_TOKEN or GITLAB_TOKEN. Run again, it updates what it has opened
  --repository  owner/name; default: the repository of site.yml
  --host        ${openHosts.join(" or ")}; default: as the repository says
  --api-url     address of the API; default: that of the host
  --base        branch that the change is for (default: that of site.yml, or main)

What may be personal is never written. A second run adds nothing twice.

Exit codes: 0 done, 1 it could not be read, written or opened, 2 wrong use.`,
	options: {
		days: { type: "string" },
		file: { type: "string" },
		take: { type: "string" },
		only: { type: "string" },
		minimum: { type: "string", default: "2" },
		category: { type: "string" },
		owner: { type: "string" },
		type: { type: "string", default: "how-to" },
		summary: { type: "string" },
		"dry-run": { type: "boolean", default: false },
		json: { type: "boolean", default: false },
		branch: { type: "string" },
		open: { type: "string" },
		repository: { type: "string" },
		host: { type: "string" },
		"api-url": { type: "string" },
		base: { type: "string" },
	},
	async main({ values, positionals }) {
		if (positionals.length > 0) misuse(`"${positionals[0]}" is not understood; a saved report is named with --file.`);
		if (values.file !== undefined && values.days !== undefined) misuse("--days is for the Worker's report; a saved one (--file) is taken as it is.");
		if (values.take !== undefined && values.only !== undefined) misuse("Say --take or --only, not both.");
		if (values.summary !== undefined && !statSync(dirname(resolve(values.summary)), { throwIfNoEntry: false })?.isDirectory())
			misuse(`There is no folder for ${values.summary}. Make it first.`);
		const days = wholeNumber("--days", values.days ?? "30", 1, 366);
		const take = wholeNumber("--take", values.take ?? "8", 1, 100);
		const minimum = wholeNumber("--minimum", values.minimum, 1, 1000);
		const type = oneOf("--type", values.type, stubTypes);
		const to = destination(values, today());
		const folder = contentFolder();
		const raw = readContent(folder);
		const content = buildContent(raw, today());
		refuseBroken(content);
		const stub: StubChoices = { category: categoryOf(values.category, content), owner: values.owner, type, template: readTemplate(type) };
		return stoppable(
			async (stop) => {
				const report = values.file === undefined ? read(await fetchGaps(days, stop), "the report") : fromFile(values.file);
				const isDone = (gap: Gap) => changeFor(gap, content.data.gaps.data ?? [], today()) !== undefined;
				const { gaps, unknown } = chooseGaps(report.gaps, { only: values.only?.split(",").map((id) => id.trim()), take, isDone });
				if (unknown.length > 0) fail(`Not in the report: ${unknown.join(", ")}\nIts gaps are at /manage/search, with their ids.`);
				const say = (line: string) => console.error(line);
				const plan = await planGaps(gaps, raw, { minimum, today: today(), stub, say });
				const summary = summaryOf(report, plan);
				const { said, opened } = await delivered(to, () => deliver(to, { plan, summary, folder, site: content.data.site.data ?? {} }));
				if (values.summary !== undefined) writeSafely(resolve(values.summary), summary);
				console.log(values.json ? JSON.stringify(resultOf(report, plan, { said, opened, summary }), null, "\t") : `${summary}\n${said}`);
				return 0;
			},
			(line) => console.error(line),
		);
	},
});

/** A refusal is written for the person at the keyboard; a stack would hide it. */
async function delivered<T>(to: Destination, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Error && /Refusal$/.test(error.name)) return fail(error.message);
		if (to.kind === "folder")
			return fail(`Nothing was written: ${error instanceof Error ? error.message : String(error)}\n  Do:  Mend that, then run this again.`);
		throw error;
	}
}

/** Files that a change is added to have to be sound before. */
function refuseBroken({ data: { site, categories, synonyms, searchTests, gaps } }: Content): void {
	const problems = [site, categories, synonyms, searchTests, gaps].flatMap((file) => file.problems);
	if (problems.length > 0) fail([...problems.map(describeFinding), "Mend this first (npm run check), then run it again. Nothing was written."].join("\n\n"));
}

function readTemplate(type: StubChoices["type"]): string {
	return readFileSync(join(import.meta.dirname, "lib/templates", templateName(type)), "utf8");
}

function fromFile(path: string): GapsReport {
	if (!statSync(resolve(path), { throwIfNoEntry: false })?.isFile()) misuse(`--file is "${path}"; there is no such file.`);
	const display = displayPath(resolve(path));
	try {
		return read(JSON.parse(readFileSync(resolve(path), "utf8")), display);
	} catch (error) {
		if (error instanceof SyntaxError) return fail(`${display} is not JSON: ${error.message}`);
		throw error;
	}
}

function read(value: unknown, from: string): GapsReport {
	const { report, problems } = readGapsReport(value);
	return (
		report ??
		fail(`This is not a report of gaps: ${from}\n${problems.map((problem) => `  ${problem}`).join("\n")}\n  Do:  Save what GET /api/reports/gaps answers.`)
	);
}
