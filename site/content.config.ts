import { join } from "node:path";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import * as z from "zod";
import { articleLoader } from "#site/lib/articles/article-loader.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { describeFields } from "#site/lib/describe-fields.ts";
import { importedArticleSchema, translationSchema } from "#site/schemas/article.ts";
import { guideSchema } from "#site/schemas/guide.ts";

const base = join(contentFolder(), "articles");
const first = readContentData().site.defaultLocale;

/** The wider of the two schemas; what only an adopted article must have is said by checkFrontMatter before a build. */
export const collections = {
	articles: defineCollection({ loader: articleLoader({ base, pattern: `${first}/**/*.mdx` }), schema: describeFields(importedArticleSchema) }),
	translations: defineCollection({
		loader: articleLoader({ base, pattern: ["**/*.mdx", `!${first}/**`] }),
		schema: z.union([translationSchema, importedArticleSchema]),
	}),
	guide: defineCollection({ loader: glob({ base: "./site/guide", pattern: "*.mdx" }), schema: guideSchema }),
};
