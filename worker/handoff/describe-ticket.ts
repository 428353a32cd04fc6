import { inWords } from "#contract/promise-clock.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { answersTo } from "../lib/answers-to.ts";
import type { StoredTicket } from "../queries/tickets.ts";
import type { HandoffAttachment, HandoffMessage } from "./destination.ts";
import { teamFor } from "./routing.ts";

/** Makes the message for the desk: everything the customer said and did, so that nobody asks again. */
export function describeTicket(site: SiteManifest, ticket: StoredTicket, deliveryId: string, attachments: HandoffAttachment[] = []): HandoffMessage {
	const { content } = ticket;
	const addressOf = (path: string) => new URL(path, site.url).href;
	const from = content.article && Object.hasOwn(site.articles, content.article) ? site.articles[content.article] : undefined;
	const label = site.support.ticketCategories.find((category) => category.id === ticket.category)?.label ?? ticket.category;
	return {
		deliveryId,
		reference: ticket.reference,
		createdAt: new Date(ticket.createdAt).toISOString(),
		priority: ticket.priority,
		category: { id: ticket.category, label },
		team: ticket.team,
		tier: ticket.tier,
		fallback: teamFor(ticket.category).fallback,
		channel: ticket.channel,
		locale: ticket.locale,
		promisedAt: new Date(ticket.promisedAt).toISOString(),
		promisedInWords: inWords(ticket.promisedAt, ticket.timeZone),
		customer: { name: content.name, email: content.email, company: content.company, tier: content.plan ?? null },
		subject: content.subject,
		description: content.description,
		tried: content.tried,
		product: content.product,
		environment: content.environment,
		severity: { affected: content.affected, impairment: content.impairment, risk: content.risk },
		trail: content.trail,
		fromArticle: content.article && from ? { id: content.article, title: from.title, url: addressOf(from.url) } : null,
		suggestedArticles: answersTo(site, ticket.category),
		attachments,
		remarks: content.remarks ?? [],
		test: false,
	};
}
