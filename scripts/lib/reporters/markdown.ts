import { countFindings, type Finding } from "#site/lib/finding.ts";
import { plainLine } from "#contract/plain-line.ts";
import type { AddressChange } from "./address-changes.ts";
import { summaryLine, type Report } from "./summary.ts";

/** First line of the text: by it the workflow finds its own comment again. */
export const commentMark = "<!-- tier-zero: content check -->";

/** A git host refuses comments above 65,536 characters. */
const mostCharacters = 60_000;

/** For a comment on a pull request: counts, changed addresses, and a table of findings, the errors first. Cut where a comment would be too long. */
export function markdown(report: Report): string {
	const { errors, warnings } = countFindings(report.findings);
	const heading = errors > 0 ? "❌ The content has errors" : warnings > 0 ? "⚠️ The content can be published, with warnings" : "✅ The content is fine";
	const head = [commentMark, `## ${heading}`, "", summaryLine(report)];
	const findings = [...report.findings].sort((a, b) => Number(a.level === "warning") - Number(b.level === "warning"));
	// Half of the room at most, so that a large move does not crowd out the findings.
	const addresses = table(["Change", "Address"], (report.changes ?? []).map(changeRow), mostCharacters / 2, "### Addresses", "more articles");
	const used = [...head, ...addresses].join("\n").length;
	const found = table(
		["", "Where", "What, why, and what to do"],
		findings.map(findingRow),
		mostCharacters - used,
		"### Findings",
		"more findings; npm run check -- --format json lists them all",
	);
	return [...head, ...addresses, ...found].join("\n");
}

function table(columns: string[], rows: string[][], room: number, title: string, rest: string): string[] {
	if (rows.length === 0) return [];
	const lines = ["", title, "", row(columns), row(columns.map(() => "---"))];
	// The last line, that counts what was cut, has to fit too.
	let left = room - lines.join("\n").length - 200;
	let shown = 0;
	for (const cells of rows) {
		const line = row(cells);
		if (line.length + 1 > left) break;
		lines.push(line);
		left -= line.length + 1;
		shown++;
	}
	return shown < rows.length ? [...lines, "", `… and ${rows.length - shown} ${rest}.`] : lines;
}

function row(cells: string[]): string {
	return `| ${cells.join(" | ")} |`;
}

function findingRow({ level, file, line, column, rule, what, why, remedy }: Finding): string[] {
	return [
		level === "error" ? "❌" : "⚠️",
		`${code(`${file}:${line}:${column}`)}<br>${code(rule)}`,
		`${escape(what)}<br>**Why:** ${escape(why)}<br>**Do:** ${escape(remedy)}`,
	];
}

const changeWords: Record<AddressChange["kind"], string> = { new: "New", changed: "Changed", moved: "Moved", removed: "Removed" };

function changeRow({ kind, address, from, draft }: AddressChange): string[] {
	return [`${changeWords[kind]}${draft ? " (draft)" : ""}`, from === undefined ? code(address) : `${code(from)} → ${code(address)}`];
}

/** Longest part of a cell, so that one finding cannot fill the comment. */
const mostInCell = 2_000;

/** Text that stays text: no markup, no mention of a person, an issue or a change, no new cell or line. */
export function escape(text: string): string {
	const short = text.length > mostInCell ? `${text.slice(0, mostInCell)}…` : text;
	return (
		plainLine(short.replaceAll(/\s+/g, " "))
			.replaceAll("&", "&amp;")
			.replaceAll("<", "&lt;")
			.replaceAll(">", "&gt;")
			.replaceAll(/[\\`*_{}[\]()#+!|~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
			// People, issues and changes are mentioned by the rendered text: only another sign between keeps them out of it.
			.replaceAll("@", "@\u200b")
			.replaceAll(/(?<=&#(?:33|35);|&amp;|[$%]|\bgh-)(?=\d)/gi, "\u200b")
			.replaceAll("://", "&#58;//")
			.replaceAll(/www\./gi, (start) => `${start.slice(0, -1)}&#46;`)
	);
}

/** A path or a rule as code; the element, because a cell ends at a bar even between backticks. */
function code(text: string): string {
	return `<code>${escape(text)}</code>`;
}
