import type { Sums } from "../queries/rollups.ts";

/** What came of answers: helped, by whether that holds; rejected; followed by a ticket, whatever was said before. */
const signs = ["shown", "confirmed", "pending", "unverifiable", "rejected", "ticket"] as const;

/** Numbers of answers. */
export type AnswerSums = Record<(typeof signs)[number], number>;

/** What was counted of answers that are alike. */
export interface AnswerCounts extends AnswerSums {
	/** Where they were asked, and how they were found. */
	place: string;
	way: string;
	/** The article they stand on; empty where nothing was answered. */
	article: string;
}

/** The article in a label of these counts. Example: `search/faq/reporting/export` → `reporting/export` */
export function articleInLabel(label: string): string {
	return label.split("/").slice(2).join("/");
}

/** Answers of a period, those with the same place, way and article together. */
export function answerCounts(sums: Sums): AnswerCounts[] {
	const counted = (label: string) => Object.fromEntries(signs.map((sign) => [sign, sums.get(`answers_${sign}`)?.get(label) ?? 0])) as AnswerSums;
	return [...(sums.get("answers_shown")?.keys() ?? [])].map((label) => {
		const [place = "", way = ""] = label.split("/");
		return { place, way, article: articleInLabel(label), ...counted(label) };
	});
}

/** Adds up what came of answers. */
export function addAnswers(all: Iterable<AnswerSums>): AnswerSums {
	const sum: AnswerSums = { shown: 0, confirmed: 0, pending: 0, unverifiable: 0, rejected: 0, ticket: 0 };
	for (const one of all) for (const sign of signs) sum[sign] += one[sign];
	return sum;
}
