import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type * as z from "zod";
import { toCategories, type Category } from "#site/lib/categories.ts";
import { readDataFile } from "#site/lib/data-file.ts";
import { ContentError, describeFindings, type Finding } from "#site/lib/finding.ts";
import { readFrontMatter, type FrontMatter } from "#site/lib/front-matter.ts";
import { readGit } from "#site/lib/last-updated.ts";
import { createPathFormatter } from "#site/lib/paths.ts";
import { withSource } from "#site/lib/translation.ts";
import type { ArticleData } from "#site/schemas/article.ts";
import { categoriesSchema } from "#site/schemas/categories.ts";
import { redirectsSchema, synonymsSchema, type RedirectsData, type SynonymsData } from "#site/schemas/search.ts";
import { siteSchema, type SiteData } from "#site/schemas/site.ts";
import { splitArticlePath } from "../article-path.ts";
import { listFiles } from "../list-files.ts";
import { displayPath } from "../checks/read-content.ts";

/** An article before its text is read. Small: a centre may have thousands. */
export interface Entry {
	/** Path below the content folder. Example: `articles/en/data-entry/add-esg-data.mdx` */
	path: string;
	/** Path as a person would type it. */
	file: string;
	/** Path below the locale, without extension. Example: `data-entry/add-esg-data` */
	id: string;
	locale: string;
	/** Id of its category. Example: `integrations/api` */
	category: string;
	/** Example: `/data-entry/add-esg-data/` */
	address: string;
	data: ArticleData;
	/** Day of the last commit; null without git. */
	updated: string | null;
}

/** A content folder, ready to be exported: everything but the texts of articles. */
export interface Centre {
	folder: string;
	site: SiteData;
	categories: Category[];
	redirects: RedirectsData;
	synonyms: SynonymsData;
	/** In the order of their paths. */
	entries: Entry[];
	/** Paths below the content folder: what stands beside articles (pictures), and data files. */
	files: string[];
	/** Articles that cannot be exported, and why. */
	broken: Finding[];
}

/**
 * Reads a content folder, of each article the front matter only.
 * @param published leaves drafts out
 * @throws ContentError when the site, its categories, redirects or synonyms cannot be read
 */
export function readCentre(folder: string, { published }: { published: boolean }): Centre {
	const all = listFiles(folder);
	const data = readData(folder, new Set(all));
	const pathOf = createPathFormatter(data.site);
	const days = readGit(folder);
	const broken: Finding[] = [];
	const read = all.flatMap((path) => {
		const article = splitArticlePath(path);
		if (!article) return [];
		const file = displayPath(join(folder, path));
		// A copy: words cut out of a text would keep the whole text in memory.
		const { data: fields, translation, problems } = structuredClone(pickFields(readFrontMatter(readFileSync(join(folder, path), "utf8"), file)));
		if (!fields && !translation) broken.push(...problems);
		return [{ path, file, article, fields, translation }];
	});
	const sources = new Map(read.flatMap(({ article: { locale, id }, fields }) => (locale === data.site.defaultLocale && fields ? [[id, fields]] : [])));
	const entries = read.flatMap(({ path, file, article, fields: own, translation }) => {
		const source = sources.get(article.id);
		const fields = own ?? (translation && source && withSource(translation, source));
		if (!fields) {
			if (translation) broken.push(sourceless(file));
			return [];
		}
		if (published && fields.draft) return [];
		const { locale, id } = article;
		const category = posix.dirname(id) === "." ? "" : posix.dirname(id);
		return [{ path, file, id, locale, category, address: pathOf(id, locale), data: fields, updated: days.get(join(folder, path)) ?? null }];
	});
	const files = all.filter((path) => /^(articles|data)\//.test(path) && !path.endsWith(".mdx"));
	return { folder, ...data, entries, files, broken };
}

function pickFields({ data, translation, problems }: FrontMatter): Pick<FrontMatter, "data" | "translation" | "problems"> {
	return { data, translation, problems };
}

function sourceless(file: string): Finding {
	return {
		...{ rule: "translation/source", level: "error", file, line: 1, column: 1, what: "this is a translation, and its source is missing or broken" },
		why: "Type, topic, owner and review of a translation are those of its source.",
		remedy: "Mend the article of the same path in the centre's first language, then export again.",
	};
}

function readData(folder: string, files: Set<string>): Pick<Centre, "site" | "categories" | "redirects" | "synonyms"> {
	function read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
		const path = `data/${name}`;
		const text = files.has(path) ? readFileSync(join(folder, path), "utf8") : "";
		const { data, problems } = readDataFile(schema, text, displayPath(join(folder, path)));
		if (data === undefined) throw new ContentError(describeFindings(problems).replace("Nothing was built.", "Nothing was exported."));
		return data;
	}
	return {
		site: read("site.yml", siteSchema),
		categories: toCategories(read("categories.yml", categoriesSchema)),
		redirects: read("redirects.yml", redirectsSchema),
		synonyms: read("synonyms.yml", synonymsSchema),
	};
}
