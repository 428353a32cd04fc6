import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi";
import * as z from "zod";
import {
	apiArticleListSchema,
	apiArticleQuerySchema,
	apiArticlesQuerySchema,
	apiCategoriesQuerySchema,
	apiCategoryListSchema,
	apiFullArticleSchema,
	apiSearchQuerySchema,
	apiSearchSchema,
	readApiBase,
} from "#contract/read-api.ts";

/** The parameter of an address that has the article's path in it. */
const articlePath = z.object({
	id: z.string().meta({ description: "Path of the article. Its slashes may stand as they are.", examples: ["data-entry/add-esg-data"] }),
});

const problem = z
	.object({
		type: z.string().meta({ description: "Address at which this kind of refusal is explained." }),
		title: z.string(),
		status: z.int(),
		detail: z.string().meta({ description: "What to do." }),
		errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
	})
	.meta({ id: "Problem" });

const refused = (description: string) => ({ description, content: { "application/problem+json": { schema: problem } } });

const unchanged = { description: "Nothing has changed since the answer whose `ETag` was sent as `If-None-Match`." };

function operation(summary: string, description: string, answer: z.ZodType, more: Partial<ZodOpenApiOperationObject>): ZodOpenApiOperationObject {
	return {
		summary,
		description,
		...more,
		responses: {
			"200": { description: "The answer, with an `ETag`.", content: { "application/json": { schema: answer } } },
			"304": unchanged,
			...more.responses,
			"422": refused("A parameter does not fit."),
		},
	};
}

/** The public API in OpenAPI 3.1, made from the schemas that the Worker checks with. */
export function describeApi({ name, url }: { name: string; url: string }): ReturnType<typeof createDocument> {
	return createDocument({
		openapi: "3.1.1",
		info: {
			title: `${name}: public API`,
			version: "1",
			description: "Articles, topics and search of the help centre, for reading. No key is needed. What is asked is not stored.",
		},
		servers: [{ url }],
		paths: {
			[`${readApiBase}/categories`]: {
				get: operation("List topics", "All topics in the order readers see them.", apiCategoryListSchema, {
					operationId: "listCategories",
					requestParams: { query: apiCategoriesQuerySchema },
				}),
			},
			[`${readApiBase}/articles`]: {
				get: operation("List articles", "Articles in order of their path, some at a time.", apiArticleListSchema, {
					operationId: "listArticles",
					requestParams: { query: apiArticlesQuerySchema },
				}),
			},
			[`${readApiBase}/articles/{id}`]: {
				get: operation("Read an article", "One article with its text in Markdown.", apiFullArticleSchema, {
					operationId: "getArticle",
					requestParams: { path: articlePath, query: apiArticleQuerySchema },
					responses: { "404": refused("There is no such article in this language.") },
				}),
			},
			[`${readApiBase}/search`]: {
				get: operation("Search", "The search of the help centre. It says when nothing answers.", apiSearchSchema, {
					operationId: "searchArticles",
					requestParams: { query: apiSearchQuerySchema },
					responses: { "429": refused("Too many searches in a minute; see `Retry-After`."), "503": refused("Search does not work just now.") },
				}),
			},
		},
	});
}
