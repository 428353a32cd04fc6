import { join } from "node:path";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { contentFolder } from "#site/lib/content-folder.ts";
import { articleSchema } from "#site/schemas/article.ts";

export const collections = {
	articles: defineCollection({ loader: glob({ base: join(contentFolder(), "articles"), pattern: "**/*.mdx" }), schema: articleSchema }),
};
