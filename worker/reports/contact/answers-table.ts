import type { AnswerPlace, AnswerWay } from "#contract/answers.ts";
import type { ReportTable, Row } from "#contract/report-table.ts";
import { addAnswers, type AnswerCounts } from "../answer-counts.ts";

/** Answers below which no share is told. */
const fewest = 20;

const places: Record<AnswerPlace, [label: string, definition: string]> = {
	search: ["On the search page", "Not in the deflection rate, which is of the contact page."],
	contact: ["On the contact page", "What helped there deflects its visit, once with whatever else did: see the outcomes above."],
	widget: ["In the product", "Asked in the widget. Not in the deflection rate, which is of the contact page."],
};
const ways: Record<AnswerWay | "unsure" | "person", [label: string, definition: string]> = {
	faq: ["By a FAQ", "Its own answer, as it is written."],
	article: ["By an article", "Its quick answer, as it is written."],
	section: ["By a section", "The part of an article that fits best, as it is written."],
	written: ["Written by a model", "From sections of articles, each sentence with its source."],
	unsure: ["Not sure", "Nothing answered well enough; the question is a search without an answer."],
	person: ["Sent to a person", "Urgent, too personal for an article, or a tier that skips the box."],
};

/** What the answer box showed and what came of it: all of it, then by place, then by way. */
export function answersTable(answers: AnswerCounts[]): ReportTable {
	const row = (label: string, definition: string, takes: (answer: AnswerCounts) => boolean): Row[] => {
		const sum = addAnswers(answers.filter(takes));
		const { shown, confirmed, pending, unverifiable, rejected, ticket } = sum;
		const share = (part: number) => (shown >= fewest ? part / shown : null);
		if (shown === 0) return [];
		return [
			{
				cells: {
					answers: label,
					shown,
					confirmed,
					pending,
					unverifiable,
					rejected,
					rejected_share: share(rejected),
					tickets: ticket,
					tickets_share: share(ticket),
				},
				more: [definition],
			},
		];
	};
	return {
		id: "answers",
		caption: "Answers",
		definition: `What the answer box showed in the period, each answer once, and what came of it; shares from ${fewest} answers on. One may be rejected and followed by a ticket, so the columns do not add up.`,
		columns: [
			{ key: "answers", label: "Answers" },
			{ key: "shown", label: "Shown" },
			{ key: "confirmed", label: "Helped, confirmed", definition: "Said to help, and that browser sent no ticket for 7 days." },
			{ key: "pending", label: "Helped, pending", definition: "Said to help, and the 7 days are not over." },
			{
				key: "unverifiable",
				label: "Helped, unverifiable",
				definition: "Said to help by a browser that keeps no token: nobody can know whether a ticket came.",
			},
			{ key: "rejected", label: "Rejected", definition: "Said not to help; the last word counts." },
			{ key: "rejected_share", label: "Rejected, share", unit: "rate", definition: "Rejected ÷ shown." },
			{ key: "tickets", label: "Became tickets", definition: "A ticket came after it, whatever was said before." },
			{ key: "tickets_share", label: "Tickets, share", unit: "rate", definition: "Became tickets ÷ shown." },
		],
		rows: [
			...row("All", "Every answer of the period.", () => true),
			...Object.entries(places).flatMap(([place, words]) => row(...words, (answer) => answer.place === place)),
			...Object.entries(ways).flatMap(([way, words]) => row(...words, (answer) => answer.way === way)),
		],
		empty: "Nobody asked the answer box.",
	};
}
