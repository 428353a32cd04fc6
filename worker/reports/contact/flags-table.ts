import { flagStates, type FlagKind, type FlagState } from "#contract/desk-flags.ts";
import type { ReportTable, Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { ContentFlag } from "../../queries/flags.ts";
import { editStep, newStep } from "./steps.ts";

const kindWords: Record<FlagKind, string> = {
	missing: "No article",
	wrong: "Wrong",
	outdated: "Out of date",
	workaround: "Workaround found",
	explanation: "Long explanation",
};
const stateWords: Record<FlagState, string> = { open: "Open", done: "Done", dismissed: "Dismissed" };
const buttonWords: Record<FlagState, string> = { open: "Open again", done: "Done", dismissed: "Dismiss" };

/** Name of a flag's row in addresses. */
export function flagRow({ id }: Pick<ContentFlag, "id">): string {
	return `flag-${id}`;
}

/** What agents flagged, as a list to work through. @param back the report's filter, to come back to */
export function flagsTable(site: SiteManifest, flags: ContentFlag[], back: string): ReportTable {
	return {
		id: "flags",
		caption: "Flagged by agents",
		definition: "What agents say is to mend, from their desks. Open ones whenever they came, settled ones of the period; the newest first.",
		columns: [
			{ key: "topic", label: "Topic" },
			{ key: "kind", label: "Kind" },
			{ key: "article", label: "Article" },
			{ key: "desk", label: "Desk", definition: "Where the agent works, and the ticket's number there." },
			{ key: "day", label: "Day", unit: "day" },
			{ key: "state", label: "State" },
		],
		rows: flags.map((flag): Row => ({
			id: flagRow(flag),
			cells: {
				topic: flag.topic,
				kind: kindWords[flag.kind],
				article: flag.article === null ? null : (site.articles[flag.article]?.title ?? flag.article),
				desk: flag.deskReference === null ? flag.destination : `${flag.destination} ${flag.deskReference}`,
				day: flag.day,
				state: stateWords[flag.state],
			},
			...(flag.note !== "" && { more: [flag.note] }),
			...(flag.state === "open" ? stepFor(site, flag) : { action: "Nothing to do" }),
			buttons: flagStates
				.filter((state) => state !== flag.state)
				.map((state) => ({ label: buttonWords[state], path: "/manage/contact/flags", fields: { id: flag.id, state, back } })),
		})),
		empty: "No agent has flagged anything.",
	};
}

function stepFor(site: SiteManifest, { kind, topic, article }: ContentFlag): Pick<Row, "action" | "actionHref"> {
	const known = article !== null && Object.hasOwn(site.articles, article) ? article : null;
	if (kind === "workaround") return known === null ? newStep("troubleshooting", topic) : editStep(site, known, "Document the workaround under Troubleshooting");
	if (known === null || kind === "missing") return newStep("how-to", topic);
	if (kind === "explanation") return editStep(site, known, "Explain it step by step, or write a how-to");
	return editStep(site, known, kind === "wrong" ? "Correct it" : "Bring it up to date, then set lastReviewed");
}
