import * as z from "zod";
import type { GapDiagnosis } from "./gaps.ts";
import { customerTiers } from "./targets.ts";

/** Address of the manifest among the site's assets. */
export const manifestPath = "/_site/manifest.json";

/** Address of the messages that the Worker says in other languages than English, by locale. */
export const spokenPath = "/_site/spoken.json";

const target = z.object({ meaning: z.string(), firstResponse: z.number(), resolution: z.number().nullable(), clock: z.enum(["always", "hours"]) });

const lengths = z.object({ P1: z.number(), P2: z.number(), P3: z.number(), P4: z.number(), P5: z.number() }).partial().default({});

const tier = z.object({ multiplier: z.number(), firstResponse: lengths });

/**
 * What the site's build tells the Worker: which articles exist in which revision, and the public support data.
 * Written by `site/integrations/manifest.ts`, read by `worker/lib/site.ts`.
 */
export const siteManifestSchema = z.object({
	/** Name of the centre. */
	name: z.string(),
	/** Public address of the site, without trailing slash. */
	url: z.string(),
	/** Locale whose addresses have no prefix. */
	defaultLocale: z.string(),
	/** All locales that have articles. */
	locales: z.array(z.string()).default([]),
	/** The words that the Worker says in each language, by locale. */
	languages: z
		.record(
			z.string(),
			z.object({
				/** Name of the centre. */
				name: z.string(),
				/** How numbers and days are written, as BCP 47. */
				format: z.string(),
				dir: z.enum(["ltr", "rtl"]),
				/** Labels of ticket categories, by id. */
				categories: z.record(z.string(), z.string()),
				/** What each priority means. */
				promises: z.object({ P1: z.string(), P2: z.string(), P3: z.string(), P4: z.string(), P5: z.string() }),
				/** Labels of `support.channels.phones`, in their order. */
				phones: z.array(z.string()),
				/** Words of the link to the chat; null where it has no own ones. */
				chat: z.string().nullable().default(null),
				/** Words of an emergency, and those of categories that are too delicate for an article. */
				urgentSignals: z.array(z.string()).default([]),
				sensitiveSignals: z.array(z.string()).default([]),
				/** Titles of the articles that it has, by id; none in the first language, which has them all. */
				titles: z.record(z.string(), z.string()).default({}),
			}),
		)
		.default({}),
	/** Ids of the articles that each other locale has. */
	translations: z.record(z.string(), z.array(z.string())).default({}),
	/** `Content-Security-Policy` for pages with the site's scripts. */
	csp: z.string(),
	/** Articles by id. */
	articles: z.record(
		z.string(),
		z.object({
			title: z.string(),
			url: z.string(),
			/** 12 hex digits: title, summary and rendered body. */
			revision: z.string(),
			category: z.string(),
			type: z.string(),
			/** Ticket categories it answers. */
			answers: z.array(z.string()),
			owner: z.string(),
			/** `YYYY-MM-DD` */
			lastReviewed: z.string(),
			/** How long a review holds. Example: `6 months` */
			reviewEvery: z.string().default("6 months"),
			/** Kept at its address, but no longer offered or counted. */
			archived: z.boolean().default(false),
			/** Release notes: the day of the release. */
			released: z.string().optional(),
			/** Where a writer edits it; null where the site does not say. */
			edit: z.string().nullable().default(null),
		}),
	),
	/** Titles of the top categories by their slug, in the order readers see them. */
	categories: z.record(z.string(), z.string()).default({}),
	/** Origins of the product's pages from which the widget may send (`data/widget.yml`). */
	widgetOrigins: z.array(z.string()).default([]),
	/** Changes that were made for searches that did not end well (`data/gaps.yml`). */
	gaps: z
		.array(
			z.object({
				/** The gap's id in the report. */
				id: z.string(),
				/** The words readers used. */
				phrasings: z.array(z.string()),
				/** The article that answers them since; null for a change of synonyms alone. */
				article: z.string().nullable(),
				/** Why readers did not find it before. Default: not known */
				diagnosis: z.enum(["no-article", "other-words", "not-clicked", "not-helpful"] satisfies GapDiagnosis[]).optional(),
				/** The day on which the change was made. Default: not known */
				added: z.string().optional(),
			}),
		)
		.default([]),
	support: z.object({
		timeZone: z.string(),
		hours: z.object({ days: z.array(z.number()), opens: z.string(), closes: z.string() }),
		holidays: z.array(z.object({ date: z.string(), name: z.string() })),
		channels: z.object({
			email: z.string(),
			phones: z.array(z.object({ label: z.string(), number: z.string(), when: z.string() })),
			hotline: z.string().optional(),
			statusPage: z.string().optional(),
			chat: z.object({ url: z.string(), label: z.string(), when: z.enum(["always", "staffed", "critical"]) }).optional(),
		}),
		promises: z.object({ P1: target, P2: target, P3: target, P4: target, P5: target }),
		/** Customer tiers by name; lengths in minutes. */
		tiers: z.partialRecord(z.enum(customerTiers), tier).default({}),
		/** The answer box: whether there is one, and the customer tiers that go to a person instead. */
		answers: z.object({ enabled: z.boolean(), skipTiers: z.array(z.enum(customerTiers)) }).default({ enabled: true, skipTiers: [] }),
		/** A mail that says that a message is here; absent: none. */
		acknowledgement: z.object({ from: z.string(), urlFrom: z.string().optional(), secretFrom: z.string().optional() }).optional(),
		ticketCategories: z.array(z.object({ id: z.string(), label: z.string(), signals: z.array(z.string()), sensitive: z.boolean(), covered: z.boolean() })),
		retention: z.object({ events: z.number(), votes: z.number(), tickets: z.number() }),
	}),
});

export type SiteManifest = z.infer<typeof siteManifestSchema>;
