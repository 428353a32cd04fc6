import type { Change } from "./learned-file.ts";
import { dropReasons, type DropReason, type Learned } from "./learn-words.ts";

/** What a run of `npm run learn` did. */
export interface LearnReport {
	/** The file, as a person would type it. */
	file: string;
	/** True where nobody but the sample has searched. */
	sample: boolean;
	/** Fewest visitors of one day with whom a search is taken. */
	minimum: number;
	/** Whether the file was written; not with `--dry-run`, and not where it is the same already. */
	written: boolean;
	taken: number;
	/** Articles that have words now. */
	articles: number;
	added: Change[];
	removed: Change[];
	dropped: Learned["dropped"];
}

const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "es"}`;

/** The report for people; `difference` lists what came and what went. */
export function describeLearned(report: LearnReport, difference: boolean): string {
	const { file, sample, minimum, written, taken, articles, added, removed, dropped } = report;
	const reasons = (Object.entries(dropped) as [DropReason, number][]).filter(([, number]) => number > 0);
	const line = (sign: string) => (change: Change) => `${sign} ${change.article}: ${JSON.stringify(change.words)}`;
	const unchanged = added.length + removed.length === 0 ? "No search came or went" : `${plural(added.length, "search")} added, ${removed.length} removed`;
	return [
		...(sample ? ["These are searches of the SAMPLE DATA: nobody else has searched yet."] : []),
		...(difference ? [...removed.map(line("-")), ...added.map(line("+"))] : []),
		`${plural(taken, "search")} taken, for ${articles} article${articles === 1 ? "" : "s"}.`,
		...(taken === 0 ? nothingTaken(minimum) : []),
		...reasons.map(([reason, number]) => `  ${number} not taken: they ${dropReasons[reason]}.`),
		`${unchanged}. ${written ? `Written: ${file}. Review it like any other change, then build.` : `Nothing was written to ${file}.`}`,
	].join("\n");
}

function nothingTaken(minimum: number): string[] {
	return [
		`  Why: A search is taken once ${minimum} different visitors of one day typed it and an article helped them, so that no one reader shows.`,
		"  Do:  Run it again when more readers have searched, or give it a log of searches with --file FILE.jsonl.",
	];
}
