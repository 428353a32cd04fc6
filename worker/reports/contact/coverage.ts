import type { ReportTable, Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Sums } from "../../queries/rollups.ts";

/** Tickets from which a rise says something, and how much it must be. */
const rise = { tickets: 10, times: 1.5 };

type TicketCategory = SiteManifest["support"]["ticketCategories"][number];

/** Ticket categories by what answers them: those that lack an article first, then the most tickets; those that need none come last. */
export function coverageTable(site: SiteManifest, sums: Sums, before: Sums, isChosen: (category: string) => boolean): ReportTable {
	const rows = site.support.ticketCategories
		.filter(({ id }) => isChosen(id))
		.map((category) => {
			const tickets = sums.get("tickets")?.get(category.id) ?? 0;
			const previous = before.get("tickets")?.get(category.id) ?? 0;
			return { category, tickets, previous, articles: answering(site, category.id) };
		})
		.filter(({ category, tickets, previous }) => tickets > 0 || previous > 0 || category.covered)
		.sort((a, b) => rankOf(a) - rankOf(b) || b.tickets - a.tickets);
	return {
		id: "coverage",
		caption: "Topics of tickets and their articles",
		definition:
			"Ticket categories of the form, and the articles that name them in `answers`; archived ones do not count. Topics that lack an article come first; those that need none by support.yml come last.",
		columns: [
			{ key: "category", label: "Topic" },
			{ key: "tickets", label: "Tickets" },
			{ key: "previous", label: "Period before" },
			{ key: "change", label: "Change", definition: "Tickets of this period less those of the one before." },
			{ key: "articles", label: "Articles" },
		],
		rows: rows.map((row) => ({
			cells: {
				category: row.category.label,
				tickets: row.tickets,
				previous: row.previous,
				change: row.tickets - row.previous,
				articles: row.category.covered || row.articles.length > 0 ? row.articles.length : null,
			},
			...stepFor(row),
		})),
		empty: "No tickets in this period.",
	};
}

interface Covered {
	category: TicketCategory;
	tickets: number;
	previous: number;
	articles: string[];
}

const isMissing = ({ category, articles }: Covered) => category.covered && articles.length === 0;

const rankOf = (row: Covered) => (isMissing(row) ? 0 : row.category.covered ? 1 : 2);

function answering(site: SiteManifest, category: string): string[] {
	return Object.entries(site.articles).flatMap(([id, { archived, answers }]) => (!archived && answers.includes(category) ? [id] : []));
}

function stepFor(row: Covered): Pick<Row, "action" | "actionHref"> {
	const { category, tickets, previous } = row;
	if (isMissing(row)) return { action: `Write an article with \`answers: [${category.id}]\`: npm run new` };
	if (category.covered && tickets >= rise.tickets && tickets >= previous * rise.times)
		return { action: "More than before: see the topics of the tickets", actionHref: "#topics" };
	return { action: category.covered ? "Nothing to do" : "Needs no article" };
}
