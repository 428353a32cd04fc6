import type { ReportTable, Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { triageStates, type TriageState } from "#contract/triage.ts";
import { noReasons } from "#contract/vote-reasons.ts";
import type { ReasonCount, VoteComment } from "../../queries/article-inbox.ts";
import { fileOf } from "../article-file.ts";

const stateWords: Record<TriageState, string> = { pending: "Pending", "in-progress": "In progress", resolved: "Resolved", dismissed: "Dismissed" };
const stepWords: Record<TriageState, string> = { pending: "Put back", "in-progress": "Start", resolved: "Resolve", dismissed: "Dismiss" };

/** Name of a row of the inbox in addresses, from what its form sends. */
export function inboxRow(fields: { kind: "reason"; article: string; revision: string; reason: string } | { kind: "comment"; id: string }): string {
	return fields.kind === "comment" ? `said-${fields.id}` : ["said", fields.article, fields.revision, fields.reason].join("-");
}

/** A comment with the id that its form sends: it tells nothing of the reader. */
type InboxComment = VoteComment & { id: string };

/** What readers said of articles, as a list to work through: reasons after No by revision, and comments. @param back the report's filter */
export function inboxTable(site: SiteManifest, reasons: ReasonCount[], comments: InboxComment[], back: string): ReportTable {
	const words: Record<string, string> = noReasons;
	const items = [
		...reasons.map(({ article, revision, reason, n, lastDay, state }) => ({
			...{ article, revision, state, n, day: lastDay, said: words[reason] ?? reason },
			fields: { kind: "reason" as const, article, revision, reason },
		})),
		...comments.map(({ article, revision, day, id, helpful, comment, state }) => ({
			...{ article, revision, state, n: 1, day, said: `“${comment}” (after ${helpful ? "Yes" : "No"})` },
			fields: { kind: "comment" as const, article, day, id },
		})),
	];
	items.sort((a, b) => triageStates.indexOf(a.state) - triageStates.indexOf(b.state) || b.n - a.n || b.day.localeCompare(a.day));
	return {
		id: "inbox",
		caption: "What readers said",
		definition: "Reasons after No, counted by the revision they were given for, and comments. Pending first. A rewritten article begins anew.",
		columns: [
			{ key: "article", label: "Article" },
			{ key: "said", label: "Said" },
			{ key: "n", label: "Times" },
			{ key: "revision", label: "Revision", definition: "Whether the words are about the text that is online now." },
			{ key: "day", label: "Last", unit: "day" },
			{ key: "state", label: "State" },
		],
		rows: items.map(({ article, revision, state, n, day, said, fields }): Row => {
			const known = site.articles[article];
			const title = known?.title ?? article;
			return {
				id: inboxRow(fields),
				name: `${said}, ${title}`,
				cells: { article: title, said, n, revision: known?.revision === revision ? "current" : "earlier", day, state: stateWords[state] },
				...(known && { href: known.url }),
				action: state === "resolved" || state === "dismissed" ? "Nothing to do" : `Mend: ${fileOf(site, article)}`,
				...(known?.edit && state !== "resolved" && state !== "dismissed" && { actionHref: known.edit }),
				buttons: triageStates
					.filter((next) => next !== state)
					.map((next) => ({ label: stepWords[next], path: "/manage/articles/triage", fields: { ...fields, state: next, back } })),
			};
		}),
		empty: "Nobody gave a reason or a comment in this period.",
	};
}
