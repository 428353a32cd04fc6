import { join } from "node:path";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { contentFolder } from "#site/lib/content-folder.ts";
import { importedArticleSchema } from "#site/schemas/article.ts";

/** The wider of the two schemas; what only an adopted article must have is said by checkFrontMatter before a build. */
export const collections = {
	articles: defineCollection({ loader: glob({ base: join(contentFolder(), "articles"), pattern: "**/*.mdx" }), schema: importedArticleSchema }),
};
