import type { ReportTable, Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { TicketWords } from "../../queries/contact-tickets.ts";
import { categoryLabel, countBy, editStep, newStep } from "./steps.ts";
import { sampleWords, type Topic } from "./topics.ts";
import { readWritten, type Written } from "./written.ts";

/** Escalations from which something is repeated. */
const repeated = 3;

interface Group {
	about: string;
	kind: "article" | "topic" | "category";
	tickets: Written[];
	step: Pick<Row, "action" | "actionHref">;
}

/**
 * What is escalated again and again: tickets that came from one article, else about one topic, else of one category. Each counts once.
 *
 * @param topicsOf puts tickets on one topic together
 */
export function escalationsTable(site: SiteManifest, tickets: TicketWords[], topicsOf: (tickets: Written[]) => Topic[]): ReportTable {
	const written = readWritten(tickets.map((ticket) => ({ ...ticket, subject: ticket.subject || categoryLabel(site, ticket.category) })));
	const articles = [...Map.groupBy(written, ({ article }) => (article !== null && Object.hasOwn(site.articles, article) ? article : ""))].filter(
		([article, same]) => article !== "" && same.length >= repeated,
	);
	const ofArticles = new Set(articles.flatMap(([, same]) => same));
	const rest = written.filter((ticket) => !ofArticles.has(ticket));
	const topics = topicsOf(rest).filter((topic) => topic.tickets.length >= repeated);
	const ofTopics = new Set(topics.flatMap((topic) => topic.tickets));
	const categories = countBy(
		rest.filter((ticket) => !ofTopics.has(ticket)),
		({ category }) => category,
	).filter(([, n]) => n >= repeated);
	const groups: Group[] = [
		...articles.map(([article, same]): Group => ({
			about: site.articles[article]?.title ?? article,
			kind: "article",
			tickets: same,
			step: editStep(site, article, "Add a troubleshooting section"),
		})),
		...topics.map(({ name, tickets }): Group => ({ about: name, kind: "topic", tickets, step: newStep("troubleshooting", name) })),
		...categories.map(([category]): Group => ({
			about: categoryLabel(site, category),
			kind: "category",
			tickets: rest.filter((ticket) => !ofTopics.has(ticket) && ticket.category === category),
			step: { action: `Add a troubleshooting section to an article that answers \`${category}\`, or write one: npm run new -- troubleshooting` },
		})),
	];
	groups.sort((a, b) => b.tickets.length - a.tickets.length);
	return {
		id: "escalations",
		caption: "Escalated again and again",
		definition: `Tickets that a desk said were escalated in the period: ${repeated} or more from one article, about one topic, or of one category. Each counts once, in this order.`,
		columns: [
			{ key: "about", label: "About" },
			{ key: "kind", label: "Kind", definition: "What they have in common: the article they came from, the topic, or the category chosen in the form." },
			{ key: "escalations", label: "Escalations" },
			{ key: "last", label: "Last ticket", unit: "day" },
		],
		rows: groups.map(({ about, kind, tickets: same, step }) => ({
			cells: {
				about,
				kind,
				escalations: same.length,
				last:
					same
						.map(({ day }) => day)
						.sort()
						.at(-1) ?? null,
			},
			...(kind !== "topic" && { more: sampleWords(same) }),
			...(kind === "topic" && { more: sampleWords(same).slice(1) }),
			...step,
		})),
		empty: tickets.length === 0 ? "No desk said that a ticket was escalated." : "Nothing was escalated three times.",
	};
}
