import { resolve } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { countFindings } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import { plainLine } from "#contract/plain-line.ts";
import { checkFolder, type CheckedFolder } from "./lib/checks/check-folder.ts";
import { choose, owners } from "./lib/checks/choose.ts";
import { fixFolder } from "./lib/checks/fix/fix-folder.ts";
import { overdueReviews } from "./lib/checks/overdue.ts";
import { displayPath } from "./lib/checks/read-content.ts";
import { misuse, runCommand } from "./lib/command-line.ts";
import { addressChanges } from "./lib/reporters/address-changes.ts";
import { reporters } from "./lib/reporters/report.ts";

const usage = `
Usage: npm run check [-- files or folders…] [--changed] [--fix] [--format ${Object.keys(reporters).join("|")}] [--json] [--owner team] [--base ref]

Checks the articles and data files of the content folder (content/, or KB_CONTENT), and that every address readers may
have kept still leads somewhere: those of content/published.json, and those of articles that git knows.
Everything is read in any case; files, folders, --changed and --owner choose what is reported.

  --changed  only what your changes can have caused: files that differ from --base, new ones too, and what names them
  --base     the commit or branch that your changes began at (default: the default branch of origin, else the last commit)
  --fix      mend what leaves no choice, then report what remains; see what it did with git diff
  --format   text for people (default; of very many findings the first 200), json for programs (all of them), github for annotations,
             lines for editors, markdown for a comment
  --json     the same as --format json; a finding that --fix can mend carries its "fix"
  --owner    only articles of this owner, their overdue reviews first
  --help     this text

Exit code: 0 no errors, 1 errors, 2 wrong use. Warnings alone do not fail.
`;

await runCommand({
	usage,
	options: {
		format: { type: "string" },
		json: { type: "boolean" },
		owner: { type: "string" },
		changed: { type: "boolean" },
		base: { type: "string" },
		fix: { type: "boolean" },
	},
	async main({ values, positionals }) {
		const { owner, base, changed: onlyChanged = false, fix = false } = values;
		const format = values.json ? "json" : (values.format ?? "text");
		const report = Object.hasOwn(reporters, format) ? reporters[format] : undefined;
		if (!report) return misuse(`"${format}" is not a format; allowed: ${Object.keys(reporters).join(", ")}`);

		const folder = contentFolder();
		const paths = positionals.map((path) => displayPath(resolve(path)));
		function chosen({ content, findings, history }: CheckedFolder) {
			if (!history && (onlyChanged || base !== undefined)) return misuse(noHistory(base));
			refuseUnknownOwner(owner, owners(content));
			const { unknown, ...choice } = choose(content, findings, { paths, owner, changed: onlyChanged ? history?.changed : undefined });
			if (unknown.length > 0) return misuse(`Not in the content folder: ${unknown.join(", ")}`);
			return { content, history, ...choice };
		}

		let earlier: CheckedFolder["content"] | undefined;
		async function look(search: boolean) {
			const checked = await checkFolder(folder, { base, onlyChanged, search, earlier });
			earlier = checked.content;
			return chosen(checked);
		}
		const mended = fix ? await fixFolder(folder, () => look(false)) : [];
		// Programs read the standard output; this is for the person who started it.
		for (const [file, number] of mended) console.error(`fixed ${number} in ${plainLine(file)}`);
		const { content, history, articles, findings } = await look(true);
		console.log(
			report({
				articles: articles.length,
				findings,
				...(owner !== undefined && { overdue: overdueReviews(articles, content.today) }),
				...(base !== undefined && history && { changes: addressChanges(history, content) }),
			}),
		);
		return countFindings(findings).errors > 0 ? 1 : 0;
	},
});

function refuseUnknownOwner(owner: string | undefined, known: string[]): void {
	if (owner === undefined || known.includes(owner)) return;
	const meant = nearest(owner, known);
	misuse(`No article has the owner "${owner}"${meant ? ` (did you mean "${plainLine(meant)}"?)` : ""}; owners: ${known.map(plainLine).join(", ")}`);
}

function noHistory(base: string | undefined): string {
	return base === undefined
		? "--changed compares with git, and the content folder is in no git repository, or in one without a commit."
		: `git knows no "${base}" for the content folder; name a commit, a branch or a tag.`;
}
