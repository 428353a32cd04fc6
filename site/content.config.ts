import { join } from "node:path";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { contentFolder } from "#site/lib/content-folder.ts";
import { describeFields } from "#site/lib/describe-fields.ts";
import { importedArticleSchema } from "#site/schemas/article.ts";
import { guideSchema } from "#site/schemas/guide.ts";

/** The wider of the two schemas; what only an adopted article must have is said by checkFrontMatter before a build. */
export const collections = {
	articles: defineCollection({ loader: glob({ base: join(contentFolder(), "articles"), pattern: "**/*.mdx" }), schema: describeFields(importedArticleSchema) }),
	guide: defineCollection({ loader: glob({ base: "./site/guide", pattern: "*.mdx" }), schema: guideSchema }),
};
