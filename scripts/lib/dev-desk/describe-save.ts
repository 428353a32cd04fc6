import { countFindings, type Finding } from "#site/lib/finding.ts";
import { plainLine } from "#contract/plain-line.ts";
import { countsInWords } from "#site/lib/writer-desk.ts";

/** Most findings told after one save; the page shows them all. */
const mostTold = 8;

/** What the terminal says after files were saved: how they stand now, and what changed in others. No file is named where a check came by itself. */
export function describeSave(before: Finding[], after: Finding[], saved: string[]): string[] {
	const known = new Set(before.map(identity));
	const remaining = new Set(after.map(identity));
	const savedFiles = new Set(saved);
	const nowIn = Map.groupBy(after, ({ file }) => file);
	const beforeIn = Map.groupBy(before, ({ file }) => file);
	const own = saved.flatMap((file) => {
		const now = nowIn.get(file) ?? [];
		const mended = (beforeIn.get(file) ?? []).filter((finding) => !remaining.has(identity(finding)));
		if (now.length === 0) return [`${plainLine(file)}: ${mended.length > 0 ? "clean again" : "no findings"}`];
		const fresh = now.filter((finding) => !known.has(identity(finding)));
		return [
			`${plainLine(file)}: ${countsInWords(countFindings(now))}${mended.length > 0 ? ` (${mended.length} mended)` : ""}`,
			...told(fresh, now.length - fresh.length),
		];
	});
	const elsewhere = after.filter((finding) => !savedFiles.has(finding.file) && !known.has(identity(finding)));
	const mendedElsewhere = before.filter((finding) => !savedFiles.has(finding.file) && !remaining.has(identity(finding)));
	return [
		...own,
		...(elsewhere.length > 0 ? [saved.length > 0 ? "In other files this brings up:" : "New findings:", ...told(elsewhere, 0, true)] : []),
		...(mendedElsewhere.length > 0 ? [`Mended${saved.length > 0 ? " in other files" : ""}: ${mendedElsewhere.length}.`] : []),
	];
}

/** What makes a finding the same one after lines have moved. */
function identity({ file, rule, what }: Finding): string {
	return JSON.stringify([file, rule, what]);
}

function told(findings: Finding[], asBefore: number, withFile = false): string[] {
	const cut = findings.length - mostTold;
	return [
		...findings
			.slice(0, mostTold)
			.map(
				({ file, line, column, level, rule, what, remedy }) =>
					`  ${withFile ? `${plainLine(file)}:` : ""}${line}:${column}  ${level}  ${rule}  ${plainLine(what)}\n      Do:  ${plainLine(remedy)}`,
			),
		...(cut > 0 ? [`  and ${cut} more`] : []),
		...(asBefore > 0 ? [`  ${findings.length > 0 ? "and " : ""}${asBefore} as before`] : []),
	];
}
