import { resolve } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { nearest } from "#site/lib/nearest.ts";
import { buildContent } from "./lib/checks/build-content.ts";
import { choose, owners } from "./lib/checks/choose.ts";
import { displayPath, readContent } from "./lib/checks/read-content.ts";
import { inOrder, runChecks } from "./lib/checks/run-checks.ts";
import { searchFindings } from "./lib/checks/search-tests.ts";
import { today } from "./lib/checks/today.ts";
import { misuse, runCommand } from "./lib/command-line.ts";
import { reporters } from "./lib/reporters/report.ts";
import { count } from "./lib/reporters/summary.ts";

const usage = `
Usage: npm run check [-- files or folders…] [--format text|json|github] [--json] [--owner team]

Checks the articles and data files of the content folder (content/, or KB_CONTENT).
Everything is read in any case; files, folders and --owner choose what is reported.

  --format   text for people (default), json for programs, github for annotations
  --json     the same as --format json
  --owner    only articles of this owner
  --help     this text

Exit code: 0 no errors, 1 errors, 2 wrong use. Warnings alone do not fail.
`;

await runCommand({
	usage,
	options: { format: { type: "string" }, json: { type: "boolean" }, owner: { type: "string" } },
	async main({ values, positionals }) {
		const format = values.json ? "json" : (values.format ?? "text");
		const report = Object.hasOwn(reporters, format) ? reporters[format] : undefined;
		if (!report) return misuse(`"${format}" is not a format; allowed: ${Object.keys(reporters).join(", ")}`);

		const content = buildContent(readContent(contentFolder()), today());
		const known = owners(content);
		if (values.owner !== undefined && !known.includes(values.owner)) {
			const meant = nearest(values.owner, known);
			return misuse(`No article has the owner "${values.owner}"${meant ? ` (did you mean "${meant}"?)` : ""}; owners: ${known.join(", ")}`);
		}

		const paths = positionals.map((path) => displayPath(resolve(path)));
		const { articles, findings, unknown } = choose(content, inOrder([...runChecks(content), ...(await searchFindings(content))]), {
			paths,
			owner: values.owner,
		});
		if (unknown.length > 0) return misuse(`Not in the content folder: ${unknown.join(", ")}`);

		console.log(report({ articles: articles.length, findings }));
		return count(findings).errors > 0 ? 1 : 0;
	},
});
