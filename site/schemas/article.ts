import * as z from "zod";
import { articleId, isoDate, reviewInterval } from "./shared.ts";

/** What an article is for. The type decides which template sections it must have. */
export const articleTypes = ["getting-started", "how-to", "troubleshooting", "reference", "faq", "release-notes", "best-practices"] as const;

/** Who an article is written for. */
export const audiences = ["everyone", "contributor", "reviewer", "admin", "developer", "auditor"] as const;

/** Customer plans an article can be limited to. */
export const tiers = ["free", "starter", "professional", "business", "enterprise"] as const;

const translation = z.strictObject({
	/** The day on which somebody last saw that it says what its source says. Example: `2026-11-21` */
	checked: isoDate,
});

const fields = {
	/** The task in the customer's words; question form welcome. Example: `How do I reset my password?` */
	title: z.string().trim().min(5).max(90),

	/** One or two sentences that tell a reader whether this is the right article. Shown in lists and search. */
	summary: z.string().trim().min(20).max(240),

	/** Content type; decides the template. Example: `how-to` */
	type: z.enum(articleTypes),

	/** Only to double-check the folder: when given it must be the folder's path. Default: the folder. */
	category: z.string().optional(),

	/** Words customers use that the text does not: synonyms, slang, misspellings, error codes. Default: none. */
	keywords: z.array(z.string().trim().min(1).max(80)).max(40).default([]),

	/** Who it is for. Default: everyone. */
	audience: z.array(z.enum(audiences)).min(1).default(["everyone"]),

	/** Plans it applies to; readers see a badge. Default: all plans. */
	tiers: z.array(z.enum(tiers)).min(1).optional(),

	/** The team that keeps it true. Example: `data-team` */
	owner: z.string().trim().min(1),

	/** When a person last checked every step. Example: `2026-09-14` */
	lastReviewed: isoDate,

	/** How long a review holds. Default: `6 months` */
	reviewEvery: reviewInterval.default("6 months"),

	/** Shown on the home page. Default: false. */
	featured: z.boolean().default(false),

	/** Ticket categories (ids of `support.yml`) that this article answers; the coverage metric counts them. */
	answers: z.array(z.string()).default([]),

	/** Ids of articles on the same subject. */
	related: z.array(articleId).max(6).default([]),

	/** Ids of articles to read or do first. */
	prerequisites: z.array(articleId).max(6).default([]),

	/** Ids of articles that come after this one. */
	nextSteps: z.array(articleId).max(6).default([]),

	/** A draft is shown by `npm run dev` only. Default: false. */
	draft: z.boolean().default(false),

	/**
	 * Written by `npm run gaps`: the page says that its answer is still being written and leads to a person. While it is true, the article
	 * need not follow its template; whoever has written the answer deletes it. Default: false.
	 */
	stub: z.boolean().default(false),

	/** An archived article keeps its address, says so, and leaves search and lists. Default: false. */
	archived: z.boolean().default(false),

	/** Archived articles only: id of the article that holds now; readers are led there. Example: `data-entry/import/import-from-a-spreadsheet` */
	replacedBy: articleId.optional(),

	/** Old addresses that lead here. Example: `["/old-path/"]` */
	redirectFrom: z.array(z.string().startsWith("/")).default([]),

	/**
	 * What changed for readers, when more than words did. A `major` change makes translations of before it outdated until somebody has looked
	 * at them; a `minor` one, or none noted here, does not. Example: `[{ on: 2026-11-02, significance: major, what: Links hold for 60 minutes. }]`
	 */
	changes: z
		.array(
			z.strictObject({
				/** The day of the change. */
				on: isoDate,
				/** `major`: who follows the text of before it goes wrong. */
				significance: z.enum(["major", "minor"]),
				/** The change in one sentence, for readers. */
				what: z.string().trim().min(5).max(200),
			}),
		)
		.default([]),

	/** Articles of another language than the centre's first one: how they stand to the article that they translate. */
	translation: translation.optional(),

	/** Release notes only: the day of the release. */
	released: isoDate.optional(),

	/**
	 * Written by `npm run import`. While it is there, what the template asks for are warnings; whoever has made the article
	 * one's own deletes it.
	 */
	imported: z
		.strictObject({
			/** The kind of source. Example: `zendesk` */
			from: z.string().min(1),
			/** Where the article stands in the source. Example: `docs/guide/first steps.md` */
			path: z.string().min(1),
		})
		.optional(),
};

function releaseHasDay(article: { type: string; released?: string | undefined }, context: z.RefinementCtx): void {
	if (article.type === "release-notes" && !article.released) {
		context.addIssue({ code: "custom", path: ["released"], message: "release notes need the day of the release, like `2026-10-14`" });
	}
}

/**
 * Front matter of an article. The file's path below `articles/<locale>/` is its id and its address;
 * the locale is the folder, so neither is written here.
 */
export const articleSchema = z.strictObject(fields).superRefine(releaseHasDay);

/** An article that was imported and not adopted yet: title and summary are the source's, however short or long. */
export const importedArticleSchema = z
	.strictObject({ ...fields, title: z.string().trim().min(1).max(300), summary: z.string().trim().min(1).max(1000) })
	.superRefine(releaseHasDay);

/**
 * Front matter of a translation: everything else is its source's, the article of the same path in the centre's first language.
 * It has `translation` and no `type`.
 */
export const translationSchema = z.strictObject({
	title: fields.title,
	summary: fields.summary,
	keywords: fields.keywords,
	draft: fields.draft,
	translation,
});

export type TranslationData = z.infer<typeof translationSchema>;
export type ArticleData = z.infer<typeof articleSchema>;
export type ArticleType = (typeof articleTypes)[number];
