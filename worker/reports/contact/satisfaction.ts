import type { Figure } from "#contract/report-data.ts";
import type { ReportTable } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { SatisfactionComment } from "../../queries/contact-tickets.ts";
import type { Sums } from "../../queries/rollups.ts";
import { categoryLabel } from "./steps.ts";

/** Answers below which no mean is told. */
const fewest = 5;
const target = 4.5;

const words = ["very unhappy", "unhappy", "neither", "happy", "very happy"];

/** Answers by score: the number of ones comes first. */
export type Scores = number[];

/** Scores from counts with labels such as `data-issues/4`. @param isChosen whether a ticket category belongs to the filter */
export function scoresOf(sums: Sums, isChosen: (category: string) => boolean): Scores {
	const scores = words.map(() => 0);
	for (const [label, n] of sums.get("satisfaction") ?? []) {
		const [category = "", score] = label.split("/");
		const place = Number(score) - 1;
		if (isChosen(category) && place in scores) scores[place] = (scores[place] ?? 0) + n;
	}
	return scores;
}

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

function mean(scores: Scores): number | null {
	const n = sum(scores);
	return n >= fewest ? sum(scores.map((count, place) => count * (place + 1))) / n : null;
}

/** The mean answer to the one question after closing. */
export function satisfactionFigure(now: Scores, before: Scores): Figure {
	const value = mean(now);
	return {
		id: "satisfaction",
		label: "Satisfaction",
		value,
		unit: "score",
		definition:
			"Mean of the answers on the status page after a ticket was closed, from 1 (very unhappy) to 5 (very happy). One answer a ticket, counted on its day.",
		n: sum(now),
		of: "answers",
		previous: mean(before),
		target: "above 4.5 of 5",
		verdict: value === null ? "unknown" : value > target ? "good" : "watch",
		href: "#satisfaction",
	};
}

/** How the answers are spread. */
export function satisfactionTable(scores: Scores): ReportTable {
	const n = sum(scores);
	return {
		id: "satisfaction",
		caption: "Satisfaction",
		definition: `Answers to the one question after a ticket was closed; shares from ${fewest} answers on.`,
		columns: [
			{ key: "score", label: "Answer" },
			{ key: "answers", label: "Answers" },
			{ key: "share", label: "Share", unit: "rate" },
		],
		rows:
			n === 0
				? []
				: scores
						.map((answers, place) => ({ cells: { score: `${place + 1}: ${words[place] ?? ""}`, answers, share: n >= fewest ? answers / n : null } }))
						.reverse(),
		empty: "Nobody has answered in this period.",
	};
}

/** What customers said with their answer. */
export function commentsTable(site: SiteManifest, comments: SatisfactionComment[]): ReportTable {
	return {
		id: "comments",
		caption: "What customers said after their ticket",
		definition: "Comments with the answer, the newest first; personal data was removed when they were stored.",
		columns: [
			{ key: "comment", label: "Comment" },
			{ key: "score", label: "Answer", definition: "From 1 (very unhappy) to 5 (very happy)." },
			{ key: "category", label: "Topic" },
			{ key: "day", label: "Day", unit: "day" },
		],
		rows: comments.map(({ comment, score, category, day }) => ({ cells: { comment, score, category: categoryLabel(site, category), day } })),
		empty: "No comments in this period.",
	};
}
