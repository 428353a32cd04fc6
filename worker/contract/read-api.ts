import * as z from "zod";
import { limits } from "./limits.ts";
import { articleRef } from "./shared.ts";

/** Begins every address of the public API. A change that breaks a client gets a new number. */
export const readApiBase = "/api/v1";

/** Where the site's build leaves the articles and topics of a language for the Worker. */
export const libraryPath = (locale: string) => `/_site/library/${locale}.json`;

/** Where the site's build leaves the description of the API. */
export const builtOpenApiPath = "/_site/openapi.json";

const id = articleRef.meta({ description: "Path of the article, the same in every language.", examples: ["data-entry/add-esg-data"] });
const topic = articleRef.meta({ description: "Path of the topic.", examples: ["data-entry/import"] });
const locale = z.string().meta({ description: "Language, as BCP 47.", examples: ["en"] });

/** An article as lists name it. */
export const apiArticleSchema = z
	.object({
		id,
		locale,
		title: z.string().meta({ description: "The question that the article answers.", examples: ["How do I add ESG data?"] }),
		summary: z.string().meta({ description: "What it says, in one or two sentences." }),
		url: z.url().meta({ description: "Its page." }),
		type: z.string().meta({ description: "Type of the article.", examples: ["how-to"] }),
		category: topic,
		revision: z.string().meta({ description: "Changes when title, summary or text change: 12 hex digits.", examples: ["0a1b2c3d4e5f"] }),
		lastReviewed: z.iso.date().meta({ description: "The day on which somebody last followed every step." }),
	})
	.meta({ id: "Article" });

/** An article with its text. */
export const apiFullArticleSchema = apiArticleSchema
	.extend({
		quickAnswer: z.string().nullable().meta({ description: "The answer in short, as plain text; null where there is none." }),
		headings: z
			.array(z.object({ id: z.string(), text: z.string() }))
			.meta({ description: "Sections in order. Add `#` and the id to the article's address to link to one." }),
		markdown: z.string().meta({ description: "The whole article in Markdown; links are absolute." }),
	})
	.meta({ id: "FullArticle" });

/** A topic. */
export const apiCategorySchema = z
	.object({
		id: topic,
		title: z.string().meta({ examples: ["Data entry"] }),
		summary: z.string(),
		url: z.url().meta({ description: "Its page." }),
		parent: z.string().nullable().meta({ description: "Path of the topic above it; null at the top." }),
		articles: z.int().min(0).meta({ description: "How many articles it has, with those of the topics below it." }),
	})
	.meta({ id: "Category" });

/** One result of a search. */
export const apiSearchResultSchema = apiArticleSchema
	.pick({ id: true, locale: true, title: true, summary: true, url: true, type: true, category: true })
	.extend({
		quickAnswer: z.string().nullable().meta({ description: "The answer in short, as plain text; null where there is none." }),
		section: z
			.object({ id: z.string(), text: z.string() })
			.nullable()
			.meta({ description: "The section that fits best; null where the article as a whole does. `url` leads to it." }),
	})
	.meta({ id: "SearchResult" });

export const apiArticleListSchema = z
	.object({
		articles: z.array(apiArticleSchema),
		next: z.string().nullable().meta({ description: "Give it as `after` to get the next articles; null at the end." }),
	})
	.meta({ id: "ArticleList" });

export const apiCategoryListSchema = z.object({ categories: z.array(apiCategorySchema) }).meta({ id: "CategoryList" });

export const apiSearchSchema = z
	.object({
		query: z.string().meta({ description: "What was asked." }),
		answered: z
			.boolean()
			.meta({ description: "Whether the first result is good enough to be called an answer. If not, the results are the nearest topics only." }),
		confidence: z.number().min(0).max(1).meta({ description: "Probability that the first result answers." }),
		didYouMean: z.string().nullable().meta({ description: "The query with its slips mended, where there were any." }),
		results: z.array(apiSearchResultSchema),
	})
	.meta({ id: "Search" });

const inLanguage = {
	locale: z
		.string()
		.max(20)
		.optional()
		.meta({ description: "Language. Default: the first one of the help centre.", examples: ["de"] }),
};

/** `GET /api/v1/categories` */
export const apiCategoriesQuerySchema = z.strictObject(inLanguage);

/** `GET /api/v1/articles` */
export const apiArticlesQuerySchema = z.strictObject({
	...inLanguage,
	category: topic.optional().meta({ description: "Only articles of this topic and those below it.", examples: ["data-entry"] }),
	type: z
		.string()
		.max(40)
		.optional()
		.meta({ description: "Only articles of this type.", examples: ["how-to"] }),
	after: articleRef.optional().meta({ description: "`next` of the list before." }),
	limit: z.coerce.number().int().min(1).max(100).default(50).meta({ description: "How many at most." }),
});

/** `GET /api/v1/articles/{id}` */
export const apiArticleQuerySchema = z.strictObject(inLanguage);

/** `GET /api/v1/search` */
export const apiSearchQuerySchema = z.strictObject({
	...inLanguage,
	q: z
		.string("say what to search for")
		.trim()
		.min(2, "say what to search for, in at least two characters")
		.max(limits.query)
		.meta({ description: "Words or a question, as a person types it." }),
	category: topic.optional().meta({ description: "Only articles of this topic and those below it." }),
	type: z.string().max(40).optional().meta({ description: "Only articles of this type." }),
	limit: z.coerce.number().int().min(1).max(20).default(5).meta({ description: "How many results at most." }),
});

/** The articles and topics of a language as the build leaves them: addresses are paths, and the text stands in another file. */
export const librarySchema = z.object({
	articles: z.array(
		apiArticleSchema.omit({ url: true }).extend({
			url: z.string(),
			quickAnswer: z.string(),
			headings: z.array(z.object({ id: z.string(), text: z.string() })),
			/** Path of its Markdown among the site's files. */
			markdown: z.string(),
			/** Path of the file that holds its sections. */
			sections: z.string(),
		}),
	),
	categories: z.array(apiCategorySchema.omit({ url: true }).extend({ url: z.string() })),
});

export type Library = z.output<typeof librarySchema>;
export type ApiArticle = z.output<typeof apiArticleSchema>;
export type ApiFullArticle = z.output<typeof apiFullArticleSchema>;
export type ApiCategory = z.output<typeof apiCategorySchema>;
export type ApiSearch = z.output<typeof apiSearchSchema>;
