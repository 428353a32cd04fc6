import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type * as z from "zod";
import { categoriesSchema } from "#site/schemas/categories.ts";
import { isLocale, localeSchema, type LocaleData } from "#site/schemas/locale.ts";
import { gapsSchema } from "#site/schemas/gaps.ts";
import { routingSchema } from "#site/schemas/routing.ts";
import { learnedWordsSchema, pinnedResultsSchema, redirectsSchema, searchTestsSchema, synonymsSchema } from "#site/schemas/search.ts";
import { siteSchema } from "#site/schemas/site.ts";
import { supportSchema } from "#site/schemas/support.ts";
import { widgetSchema } from "#site/schemas/widget.ts";
import { contentFolder } from "./content-folder.ts";
import { readDataFile } from "./data-file.ts";
import { ContentError, describeFindings, type Finding } from "./finding.ts";

/** Each file of `content/data/` and its schema. Those of the second group may be absent. */
const required = { site: siteSchema, categories: categoriesSchema, support: supportSchema, routing: routingSchema };
const optional = {
	synonyms: synonymsSchema,
	"search-tests": searchTestsSchema,
	"learned-words": learnedWordsSchema,
	"pinned-results": pinnedResultsSchema,
	redirects: redirectsSchema,
	gaps: gapsSchema,
	widget: widgetSchema,
};
const schemas = { ...required, ...optional };

type Schemas = typeof schemas;
export type ContentData = { [Name in keyof Schemas]: z.output<Schemas[Name]> } & {
	/** Languages of the centre but its first one, by locale. */
	locales: Record<string, LocaleData>;
};

let loaded: { folder: string; data: ContentData } | undefined;

/**
 * The data files of the content folder, checked.
 * @throws ContentError that lists everything that is wrong with them
 */
export function readContentData(folder = contentFolder()): ContentData {
	if (loaded?.folder === folder) return loaded.data;
	const problems: Finding[] = [];
	const data = Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => {
			const path = join(folder, "data", `${name}.yml`);
			const text = existsSync(path) ? readFileSync(path, "utf8") : name in optional ? "" : null;
			if (text === null)
				throw new ContentError(
					`${relative(process.cwd(), path)} is missing.\n  Why: The centre is built from it.\n  Do:  Copy it from the sample centre's content/data and change what is yours.`,
				);
			const file = readDataFile(schema, text, relative(process.cwd(), path));
			problems.push(...file.problems);
			return [name, file.data];
		}),
	) as Partial<Omit<ContentData, "locales">>;
	const locales: [string, LocaleData][] = [];
	for (const locale of localesOf(folder, data.site?.defaultLocale)) {
		const path = join(folder, "data", "locales", `${locale}.yml`);
		if (!isLocale(locale)) throw new ContentError(misnamed(locale));
		const file = readDataFile(localeSchema, existsSync(path) ? readFileSync(path, "utf8") : "", relative(process.cwd(), path));
		problems.push(...file.problems);
		if (file.data) locales.push([locale, file.data]);
	}
	if (problems.length > 0) throw new ContentError(describeFindings(problems));
	loaded = { folder, data: { ...(data as Omit<ContentData, "locales">), locales: Object.fromEntries(locales) } };
	return loaded.data;
}

function misnamed(locale: string): string {
	return `"${locale}" is no language.\n  Why: A folder below articles/, or a file in data/locales/, is named so; numbers and plurals are written by that name.\n  Do:  Name it like de or pt-BR (with a hyphen).`;
}

/** Languages that have a file in `data/locales/` or a folder of articles, but the first one. */
function localesOf(folder: string, first: string | undefined): string[] {
	const named = globSync("*.yml", { cwd: join(folder, "data", "locales") }).map((name) => name.slice(0, -".yml".length));
	const written = globSync("*/", { cwd: join(folder, "articles") }).map((name) => name.replace(/\/$/, ""));
	return [...new Set([...named, ...written])].filter((locale) => locale !== first).sort();
}
