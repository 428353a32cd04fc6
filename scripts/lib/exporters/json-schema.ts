import * as z from "zod";
import type { Category } from "#site/lib/categories.ts";
import { importedArticleSchema } from "#site/schemas/article.ts";
import { redirectsSchema, synonymsSchema } from "#site/schemas/search.ts";
import { siteSchema } from "#site/schemas/site.ts";

const category: z.ZodType<Category> = z.lazy(() =>
	z.strictObject({
		/** Path of slugs. Example: `integrations/api` */
		id: z.string(),
		title: z.string(),
		summary: z.string(),
		icon: z.string(),
		onHome: z.boolean(),
		children: z.array(category),
	}),
);

/** An article: every field of its front matter with defaults filled in (site/schemas/article.ts), and its text in two forms. */
const exportedArticleSchema = z.strictObject({
	...importedArticleSchema.shape,
	/** Path below the locale, without extension. Example: `data-entry/add-esg-data` */
	id: z.string(),
	locale: z.string(),
	/** Path on the site. Example: `/data-entry/add-esg-data/` */
	address: z.string(),
	/** Id of its category: its folder. */
	category: z.string(),
	/** Day of the last change in git; null without git. */
	updated: z.iso.date().nullable(),
	/** The text as plain Markdown (CommonMark and GFM), without title and summary. Links are addresses of the site. */
	markdown: z.string(),
	/** The text as HTML: semantic elements only. Headings have the ids of the site. */
	html: z.string(),
	/** In reading order; the title is not among them. */
	headings: z.array(z.strictObject({ id: z.string(), depth: z.int().min(1).max(6), text: z.string() })),
	links: z.array(z.strictObject({ url: z.string(), text: z.string() })),
	/** `url` is a path below the folder of the export, like `files/articles/en/…`. */
	images: z.array(z.strictObject({ url: z.string(), alt: z.string() })),
});

/** `centre.json`: what `npm run export -- json` writes. A change that would break a reader raises `version`. */
export const exportedCentreSchema = z.strictObject({
	generator: z.literal("tier-zero json"),
	version: z.literal(1),
	/** As in `site.yml`, with defaults. */
	site: siteSchema,
	/** The tree of categories in the order readers see them. */
	categories: z.array(category),
	/** Old addresses and where they lead; those of articles stand in their `redirectFrom`. */
	redirects: redirectsSchema,
	synonyms: synonymsSchema,
	/** Every article of every locale, in the order of their paths; drafts and archived ones say so. */
	articles: z.array(exportedArticleSchema),
});

/** An article of `centre.json`. */
export type ExportedArticle = z.output<typeof exportedArticleSchema>;
/** What is in `centre.json`. */
export type ExportedCentre = z.output<typeof exportedCentreSchema>;
