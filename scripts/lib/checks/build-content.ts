import * as z from "zod";
import { readDataFile } from "#site/lib/data-file.ts";
import type { DataFile } from "#site/lib/data-file.ts";
import { flattenCategories, toCategories } from "#site/lib/categories.ts";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { withSource } from "#site/lib/translation.ts";
import { articleTypes } from "#site/schemas/article.ts";
import { categoriesSchema } from "#site/schemas/categories.ts";
import type { CategoriesData } from "#site/schemas/categories.ts";
import { gapsSchema } from "#site/schemas/gaps.ts";
import { localeSchema } from "#site/schemas/locale.ts";
import { routingSchema } from "#site/schemas/routing.ts";
import { learnedWordsSchema, pinnedResultsSchema, redirectsSchema, searchTestsSchema, synonymsSchema } from "#site/schemas/search.ts";
import { siteSchema } from "#site/schemas/site.ts";
import { supportSchema } from "#site/schemas/support.ts";
import { widgetSchema } from "#site/schemas/widget.ts";
import { jargonSchema } from "#site/schemas/writing.ts";
import { isArticlePath, splitArticlePath } from "../article-path.ts";
import { createMeant } from "./meant.ts";
import type { Article, Content, DataFiles, Page } from "./model.ts";
import { parseBody } from "./parse-body.ts";
import { isPicture } from "./pictures.ts";
import type { RawContent } from "./read-content.ts";

/** Pages that every centre has. */
export const fixedPages = ["/", "/contact/", "/search/", "/privacy/", "/support-policy/", "/accessibility/"];

const typeSchema = z.enum(articleTypes).optional().catch(undefined);
const textSchema = z.string().optional().catch(undefined);

/**
 * Parses everything once, for all rules.
 * @param earlier the same folder as it was a moment ago: articles whose text is the same are not parsed again
 */
export function buildContent(raw: RawContent, today: string, earlier?: Content): Content {
	const data = readData(raw);
	const defaultLocale = data.site.data?.defaultLocale ?? "en";
	function prefix(locale: string): string {
		return locale === defaultLocale ? "" : `/${locale}`;
	}
	const known = new Map(earlier?.defaultLocale === defaultLocale ? earlier.articles.map((article) => [article.path, article]) : []);
	const read = raw.files.filter(isArticlePath).map((path) => {
		const same = known.get(path);
		return same && same.text === raw.texts.get(path) ? same : readArticle(path, raw, prefix);
	});
	const originals = new Map(read.filter(({ locale }) => locale === defaultLocale).map((article) => [article.id, article]));
	const articles = read.map((article) => (article.frontMatter.translation ? withOriginal(article, originals.get(article.id)) : article));
	const locales = readLocales(raw);
	const others = new Set([...locales.keys(), ...articles.map(({ locale }) => locale)].filter((locale) => locale !== defaultLocale));
	const pages = findPages(articles, data.categories.data ?? [], [...others].map(prefix));
	return {
		articles,
		byId: new Map(articles.map((article) => [`${article.locale}:${article.id}`, article])),
		drafts: new Map(articles.filter(({ draft }) => draft).map((article) => [article.address, article])),
		pages,
		meant: {
			page: createMeant(() => pages.keys()),
			article: createMeant(() => articles.map(({ id }) => id)),
			picture: createMeant(() => raw.files.filter(isPicture)),
		},
		defaultLocale,
		prefix,
		files: new Set(raw.files),
		texts: raw.texts,
		image: raw.image,
		display: raw.display,
		today,
		data,
		locales,
	};
}

function readArticle(path: string, { texts, bodies, display }: RawContent, prefix: Content["prefix"]): Article {
	const text = texts.get(path) ?? "";
	const file = display(path);
	const { locale = "", id = "" } = splitArticlePath(path) ?? {};
	const frontMatter = readFrontMatter(text, file);
	const { raw } = frontMatter;
	// Without front matter, nobody knows where the text begins.
	const readable = !frontMatter.problems.some(({ rule }) => rule === "front-matter/absent");
	const { body, problem } = bodies?.get(path) ?? (readable ? parseBody(text, file, frontMatter) : {});
	return {
		file,
		path,
		id,
		locale,
		category: id.split("/").slice(0, -1).join("/"),
		address: `${prefix(locale)}/${id}/`,
		text,
		frontMatter,
		type: typeSchema.parse(raw["type"]),
		title: textSchema.parse(raw["title"]),
		draft: raw["draft"] === true,
		archived: raw["archived"] === true,
		imported: raw["imported"] !== undefined,
		stub: raw["stub"] === true,
		body,
		bodyProblem: problem,
	};
}

/** A translation has what its source says of both. */
function withOriginal(article: Article, original: Article | undefined): Article {
	const { translation } = article.frontMatter;
	const source = original?.frontMatter.data;
	if (!original || !source || !translation) return article;
	const data = withSource(translation, source);
	return { ...article, frontMatter: { ...article.frontMatter, data }, type: data.type, draft: data.draft, archived: data.archived, stub: data.stub };
}

function readData({ texts, display }: RawContent): DataFiles {
	function read<Schema extends z.ZodType>(name: string, schema: Schema): DataFile<z.output<Schema>> {
		const path = `data/${name}`;
		const text = texts.get(path);
		if (text !== undefined) return readDataFile(schema, text, display(path));
		const empty = readDataFile(schema, "", display(path));
		return { ...empty, problems: empty.data === undefined ? [absent(display(path))] : [] };
	}
	return {
		site: read("site.yml", siteSchema),
		categories: read("categories.yml", categoriesSchema),
		support: read("support.yml", supportSchema),
		routing: read("routing.yml", routingSchema),
		synonyms: read("synonyms.yml", synonymsSchema),
		searchTests: read("search-tests.yml", searchTestsSchema),
		learnedWords: read("learned-words.yml", learnedWordsSchema),
		pinnedResults: read("pinned-results.yml", pinnedResultsSchema),
		redirects: read("redirects.yml", redirectsSchema),
		jargon: read("jargon.yml", jargonSchema),
		gaps: read("gaps.yml", gapsSchema),
		widget: read("widget.yml", widgetSchema),
	};
}

function absent(file: string): DataFile<unknown>["problems"][number] {
	return {
		rule: "data/absent",
		level: "error",
		file,
		line: 1,
		column: 1,
		what: "the file is missing",
		why: "The centre cannot be built without it.",
		remedy: "Copy it from the sample centre and fill in your own values.",
	};
}

/** Folders of all categories. Example: `integrations/api/errors` */
export function categoryPaths(categories: CategoriesData): string[] {
	return flattenCategories(toCategories(categories)).map(({ id }) => id);
}

/** The files of other languages, by locale. */
function readLocales({ files, texts, display }: RawContent): Content["locales"] {
	const names = files.flatMap((path) => /^data\/locales\/([\w-]+)\.yml$/.exec(path)?.[1] ?? []);
	return new Map(
		names.map((locale) => {
			const path = `data/locales/${locale}.yml`;
			return [locale, readDataFile(localeSchema, texts.get(path) ?? "", display(path))];
		}),
	);
}

/** The fixed pages, topics and articles are there in each language; where nobody has translated an article, it stands in itself. */
function findPages(articles: Article[], categories: CategoriesData, others: string[]): Map<string, Page> {
	const pages = new Map<string, Page>();
	const published = articles.filter(({ draft }) => !draft);
	for (const before of ["", ...others]) {
		for (const address of fixedPages) pages.set(before + address, { kind: "page" });
		for (const path of categoryPaths(categories)) pages.set(`${before}/${path}/`, { kind: "category" });
	}
	for (const article of published) {
		if (article.address !== `/${article.id}/`) continue;
		for (const before of others) pages.set(before + article.address, { kind: "article", article });
	}
	for (const article of published) pages.set(article.address, { kind: "article", article });
	return pages;
}
