import type { Outcome } from "../search/metrics.ts";
import { searchFigures } from "../search/metrics.ts";

function percent(value: number | null): string {
	return value === null ? "–" : `${(100 * value).toFixed(1)} %`;
}

function milliseconds(value: number | null): string {
	return value === null ? "–" : `${value.toFixed(1)} ms`;
}

/** The figures of a run as a text of lines. */
export function searchFiguresText(outcomes: Outcome[]): string {
	const figures = searchFigures(outcomes);
	const answerable = outcomes.filter(({ expected }) => expected !== null).length;
	const rows: [string, string][] = [
		["recall@1", percent(figures.recallAt1)],
		["recall@5", percent(figures.recallAt5)],
		["MRR@10", figures.mrrAt10?.toFixed(3) ?? "–"],
		["zero-result rate (nothing returned)", percent(figures.zeroResultRate)],
		["answerable called answered", percent(figures.answerableKept)],
		["no-answer called no answer", percent(figures.noneAnsweredNo)],
		["no-answer recognised, 95 % of answerable kept", percent(figures.noneRecognised)],
		["AUC of the confidence", figures.auc?.toFixed(3) ?? "–"],
		["median, p95", `${milliseconds(figures.medianMs)}, ${milliseconds(figures.p95Ms)}`],
	];
	const widest = Math.max(...rows.map(([name]) => name.length));
	return [
		`${answerable} queries with an answer, ${outcomes.length - answerable} without.`,
		...rows.map(([name, value]) => `  ${name.padEnd(widest)}  ${value}`),
	].join("\n");
}
