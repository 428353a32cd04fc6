import type { ReportTable } from "#contract/report-table.ts";
import { addAnswers, type AnswerCounts } from "../answer-counts.ts";
import { metricDefinitions } from "../metric-definitions.ts";
import { votesNeeded } from "../votes-needed.ts";
import { wilsonInterval } from "../wilson.ts";
import type { ArticleFacts } from "./facts.ts";

const { goal } = metricDefinitions.helpfulness;

/** Articles whose answers are surely too seldom of help, the worst first: what they say is found, and does not answer. */
export function rejectedAnswersTable(facts: ArticleFacts[], answers: AnswerCounts[]): ReportTable {
	const byArticle = Map.groupBy(answers, ({ article }) => article);
	const rows = facts
		.map((fact) => {
			const { shown, confirmed, pending, unverifiable, rejected, ticket } = addAnswers(byArticle.get(fact.id) ?? []);
			const helped = confirmed + pending + unverifiable;
			return { fact, shown, helped, rejected, ticket, upper: wilsonInterval(helped, rejected).upper };
		})
		.filter(({ helped, rejected, upper }) => helped + rejected >= votesNeeded && upper < goal)
		.sort((a, b) => a.upper - b.upper || b.rejected - a.rejected);
	return {
		id: "rejected-answers",
		caption: "Answers that do not help",
		definition: `Articles from which the answer box answered, of which ${votesNeeded} readers or more said whether it helped and surely (Wilson, 95 %) fewer than ${goal * 100} % said Yes. The worst first.`,
		columns: [
			{ key: "article", label: "Article" },
			{ key: "rejected", label: "Rejected", definition: "Answers that readers said did not help." },
			{ key: "helped", label: "Helped", definition: "Answers that readers said helped, and that no ticket has refuted." },
			{ key: "upper", label: "At most", unit: "rate", definition: "Upper bound of the share that helped, of those of which it was said (Wilson, 95 %)." },
			{ key: "shown", label: "Shown" },
			{ key: "tickets", label: "Became tickets" },
		],
		rows: rows.map(({ fact: { title, url, file, edit }, shown, helped, rejected, ticket, upper }) => ({
			href: url,
			cells: { article: title, rejected, helped, upper, shown, tickets: ticket },
			action: `Rewrite quick answer and headings: ${file}`,
			...(edit !== null && { actionHref: edit }),
		})),
		empty: `No article whose answers ${votesNeeded} readers or more judged is surely below ${goal * 100} %.`,
	};
}
