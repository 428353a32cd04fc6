import type { DigestTrend } from "#contract/digest.ts";
import type { Sums } from "../../queries/rollups.ts";
import { total } from "../metrics.ts";

const counted: { id: string; label: string; definition: string; metrics: string[] }[] = [
	{ id: "page-views", label: "Page views", definition: "Pages that people opened.", metrics: ["page_views"] },
	{ id: "visitor-days", label: "Visitor-days", definition: "A visitor counts once a day.", metrics: ["visitors"] },
	{ id: "searches", label: "Searches", definition: "Settled searches.", metrics: ["searches"] },
	{ id: "zero-results", label: "Searches without an answer", definition: "Settled searches without a good answer.", metrics: ["searches_zero"] },
	{ id: "answers", label: "Answers", definition: "What the answer box showed.", metrics: ["answers_shown"] },
	{ id: "answers-rejected", label: "Answers that did not help", definition: "Answers that readers rejected.", metrics: ["answers_rejected"] },
	{ id: "contact-sessions", label: "Contact sessions", definition: "Sessions that opened the contact page.", metrics: ["contact_sessions"] },
	{ id: "tickets", label: "Tickets", definition: "Messages that were sent, whatever the way.", metrics: ["tickets"] },
	{ id: "votes", label: "Votes", definition: "Answers to “Was this article helpful?”.", metrics: ["votes_yes", "votes_no"] },
];

/**
 * Whether two counts differ by more than chance makes of equal ones (95 %).
 * Source: J. Przyborowski, H. Wilenski, "Homogeneity of Results in Testing Samples from Poisson Series", Biometrika 31 (1940), by the normal approximation.
 */
export function differ(a: number, b: number): boolean {
	return (a - b) ** 2 > 3.84 * (a + b);
}

/** The week's counts beside those of the week before. */
export function trendsOf(week: Sums, before: Sums): DigestTrend[] {
	return counted.map(({ metrics, ...words }) => {
		const [value, previous] = [week, before].map((sums) => metrics.reduce((sum, metric) => sum + total(sums, metric), 0)) as [number, number];
		return { ...words, value, previous, notable: differ(value, previous) };
	});
}
