import type { GapsReport } from "#contract/gaps.ts";
import { plural } from "#site/lib/plural.ts";
import { escape } from "../reporters/markdown.ts";
import type { Plan, PlannedGap } from "./planned.ts";

/** A git host refuses texts above 65,536 characters. */
const mostCharacters = 60_000;

const diagnoses: Record<PlannedGap["gap"]["diagnosis"], string> = {
	"no-article": "no article answers",
	"other-words": "the article uses other words",
	"not-clicked": "found, but not opened",
	"not-helpful": "opened, but no help",
};

/** A change of the content for people who review it, as Markdown. */
export function summaryOf({ from, to, sample }: Omit<GapsReport, "gaps">, { gaps, files }: Plan): string {
	const acted = gaps.filter(({ skipped }) => skipped === null);
	const done = gaps.filter((gap) => gap.done);
	const left = gaps.filter((gap) => gap.skipped !== null && !gap.done);
	const head = [
		`## Searches that do not end well: ${acted.length} of ${plural(gaps.length - done.length, "gap")} acted on`,
		"",
		`What readers searched for from ${escape(from)} to ${escape(to)}.${sample ? " These are searches of the SAMPLE DATA: nobody else has searched yet." : ""}`,
	];
	const tail = [...listOf("Left alone", left), ...listOf("Changed before", done), ...withheld(gaps), ...changedFiles(files), ...next(acted)];
	return [...head, ...table(acted, mostCharacters - [...head, ...tail].join("\n").length), ...tail, ""].join("\n");
}

function table(acted: readonly PlannedGap[], room: number): string[] {
	if (acted.length === 0) return [];
	const lines = [
		"",
		"| Readers search for | Searches | Visitors | Why it fails | What this changes | What is left for you |",
		"| --- | --- | --- | --- | --- | --- |",
	];
	let used = lines.join("\n").length + 100;
	for (const [index, planned] of acted.entries()) {
		const line = row(planned);
		used += line.length + 1;
		if (used > room) return [...lines, "", `… and ${acted.length - index} more.`];
		lines.push(line);
	}
	return lines;
}

function row({ gap, words, made, todo, lost }: PlannedGap): string {
	const [first = gap.query, ...others] = words;
	const also = others.length > 0 ? `<br>also: ${others.map(escape).join("; ")}` : "";
	const open = lost.length > 0 ? [...todo, `Still not found by: ${lost.map((one) => `“${one}”`).join(", ")}.`] : todo;
	return `| **${escape(first)}**${also} | ${gap.searches} | ${gap.visitors} | ${diagnoses[gap.diagnosis]} | ${cell(made)} | ${cell(open)} |`;
}

function cell(sentences: readonly string[]): string {
	return sentences.length === 0 ? "–" : sentences.map(sentence).join("<br>");
}

/** A sentence as text, whatever it quotes and wherever the quotation ends; but for the marks of a stub and the report's address, which are ours. */
function sentence(text: string): string {
	const address = / https?:\/\/[\w.:/-]+\/manage\/articles$/.exec(text)?.[0] ?? "";
	return escape(text.slice(0, text.length - address.length)).replaceAll(escape("`stub: true`"), "`stub: true`") + address;
}

function listOf(heading: string, gaps: readonly PlannedGap[]): string[] {
	if (gaps.length === 0) return [];
	// A gap whose words may be about a person is not quoted.
	return [
		"",
		`### ${heading}`,
		"",
		...gaps.map(({ gap, words, skipped }) => `- ${words[0] === undefined ? `Gap ${gap.id}` : `“${escape(words[0])}”`}: ${sentence(skipped ?? "")}.`),
	];
}

function withheld(gaps: readonly PlannedGap[]): string[] {
	const sum = (reason: keyof PlannedGap["left"]) => gaps.reduce((all, { left }) => all + left[reason], 0);
	const reasons = [
		[sum("personal"), "may be about a person"],
		[sum("rare"), "were searched too seldom"],
		[sum("long"), "are too long"],
	] as const;
	const told = reasons.filter(([count]) => count > 0).map(([count, why]) => `${count} ${why}`);
	return told.length === 0 ? [] : ["", `Phrasings that are not written down: ${told.join(", ")}.`];
}

function changedFiles(files: Plan["files"]): string[] {
	if (files.size === 0) return ["", "No file changes."];
	return [
		"",
		"### Files",
		"",
		...[...files].sort(([a], [b]) => a.localeCompare(b)).map(([path, { before }]) => `- ${escape(path)}${before === null ? " (new)" : ""}`),
	];
}

function next(acted: readonly PlannedGap[]): string[] {
	return acted.length === 0
		? []
		: ["", "Review it like any other change. Once it is published, the report watches these searches and says whether they end well now."];
}
