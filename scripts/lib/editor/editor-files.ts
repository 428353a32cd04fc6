import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import type * as z from "zod";
import { articleSchema } from "#site/schemas/article.ts";
import { categoriesSchema } from "#site/schemas/categories.ts";
import { gapsSchema } from "#site/schemas/gaps.ts";
import { localeSchema } from "#site/schemas/locale.ts";
import { routingSchema } from "#site/schemas/routing.ts";
import { learnedWordsSchema, pinnedResultsSchema, redirectsSchema, searchTestsSchema, synonymsSchema } from "#site/schemas/search.ts";
import { siteSchema } from "#site/schemas/site.ts";
import { supportSchema } from "#site/schemas/support.ts";
import { widgetSchema } from "#site/schemas/widget.ts";
import { jargonSchema } from "#site/schemas/writing.ts";
import { root } from "../paths.ts";
import { readFieldDocs } from "./field-docs.ts";
import { describedSchema } from "./json-schema.ts";
import { snippets } from "./snippets.ts";

/** Where the settings for editors lie. */
export const editorFolder = join(root, ".vscode");

/** Each file that writers fill in: its schema and where the schema's comments stand. `article` is the front matter. */
const sources: Record<string, { schema: z.ZodType; file: string; constant: string }> = {
	article: { schema: articleSchema, file: "article.ts", constant: "articleSchema" },
	site: { schema: siteSchema, file: "site.ts", constant: "siteSchema" },
	categories: { schema: categoriesSchema, file: "categories.ts", constant: "categoriesSchema" },
	support: { schema: supportSchema, file: "support.ts", constant: "supportSchema" },
	routing: { schema: routingSchema, file: "routing.ts", constant: "routingSchema" },
	synonyms: { schema: synonymsSchema, file: "search.ts", constant: "synonymsSchema" },
	"search-tests": { schema: searchTestsSchema, file: "search.ts", constant: "searchTestsSchema" },
	"learned-words": { schema: learnedWordsSchema, file: "search.ts", constant: "learnedWordsSchema" },
	"pinned-results": { schema: pinnedResultsSchema, file: "search.ts", constant: "pinnedResultsSchema" },
	jargon: { schema: jargonSchema, file: "writing.ts", constant: "jargonSchema" },
	redirects: { schema: redirectsSchema, file: "search.ts", constant: "redirectsSchema" },
	locale: { schema: localeSchema, file: "locale.ts", constant: "localeSchema" },
	gaps: { schema: gapsSchema, file: "gaps.ts", constant: "gapsSchema" },
	widget: { schema: widgetSchema, file: "widget.ts", constant: "widgetSchema" },
};

/** Texts of the schemas and snippets for editors, by their path below `.vscode/`, formatted as they are kept. */
export async function editorFiles(): Promise<Map<string, string>> {
	const style = await resolveConfig(join(editorFolder, "settings.json"));
	const schemas = Object.entries(sources).map(([name, { schema, file, constant }]): [string, unknown] => [
		`schemas/${name}.json`,
		describedSchema(schema, readFieldDocs(file, constant)),
	]);
	const contents: [string, unknown][] = [...schemas, ["tier-zero.code-snippets", snippets()]];
	const texts = contents.map(async ([path, value]): Promise<[string, string]> => [
		path,
		await format(JSON.stringify(value, null, "\t"), { ...style, filepath: join(editorFolder, path) }),
	]);
	return new Map(await Promise.all(texts));
}
