import { libraryPath, librarySchema, type ApiArticle, type ApiCategory, type ApiFullArticle, type Library } from "#contract/read-api.ts";
import { sectionsFileSchema, type Section } from "#contract/sections.ts";
import type { Env } from "../env.ts";
import { readSite } from "./site.ts";
import { Problem } from "./problem.ts";

type Assets = Pick<Env, "ASSETS">;
type LibraryArticle = Library["articles"][number];

const loaded = new Map<string, Library>();

type SectionsFile = Record<string, Section[]>;

/** Files of sections, the one read last at the end. Each is read once an isolate, unless many others were needed since. */
const sectionFiles = new Map<string, SectionsFile>();
const keptFiles = 24;

async function fetchAsset({ ASSETS }: Assets, path: string): Promise<Response> {
	const response = await ASSETS.fetch(new Request(`https://assets.local${path}`));
	if (!response.ok) throw new Error(`${path} is missing from the build (${response.status})`);
	return response;
}

/** The language of a request: the one that was asked for, or the centre's first. @throws `invalid` for one that the centre does not have */
export async function languageAsked(env: Assets, asked: string | undefined): Promise<{ locale: string; base: string }> {
	const { locales, defaultLocale } = await readSite(env);
	const locale = asked ?? defaultLocale;
	if (locale !== defaultLocale && !locales.includes(locale))
		throw new Problem("invalid", {
			errors: [{ field: "locale", message: `must be one of ${[defaultLocale, ...locales.filter((other) => other !== defaultLocale)].join(", ")}` }],
		});
	return { locale, base: locale === defaultLocale ? "" : `/${locale}` };
}

/** Articles and topics of a language of the centre; read once an isolate. */
export async function readLibrary(env: Assets, locale: string): Promise<Library> {
	const known = loaded.get(locale);
	if (known) return known;
	const library = librarySchema.parse(await (await fetchAsset(env, libraryPath(locale))).json());
	loaded.set(locale, library);
	return library;
}

/** An article as lists name it, with its whole address. */
export function listed({ id, locale, title, summary, url, type, category, revision, lastReviewed }: LibraryArticle, site: string): ApiArticle {
	return { id, locale, title, summary, url: site + url, type, category, revision, lastReviewed };
}

/** An article with its text; null where the language has none of that id. */
export async function readArticle(env: Assets, id: string, locale: string): Promise<ApiFullArticle | null> {
	const [{ articles }, { url }] = await Promise.all([readLibrary(env, locale), readSite(env)]);
	const article = articles.find((other) => other.id === id);
	if (!article) return null;
	const markdown = await (await fetchAsset(env, article.markdown)).text();
	return { ...listed(article, url), quickAnswer: article.quickAnswer || null, headings: article.headings, markdown };
}

async function readSectionsFile(env: Assets, path: string): Promise<SectionsFile> {
	const file = sectionFiles.get(path) ?? sectionsFileSchema.parse(await (await fetchAsset(env, path)).json());
	sectionFiles.delete(path);
	sectionFiles.set(path, file);
	const [oldest] = sectionFiles.keys();
	if (sectionFiles.size > keptFiles && oldest !== undefined) sectionFiles.delete(oldest);
	return file;
}

/** The sections of articles by their ids, each file read once; without those that the language does not have. */
export async function readSections(env: Assets, ids: readonly string[], locale: string): Promise<ReadonlyMap<string, Section[]>> {
	const { articles } = await readLibrary(env, locale);
	const wanted = articles.filter(({ id }) => ids.includes(id));
	const paths = [...new Set(wanted.map(({ sections }) => sections))];
	const files = new Map(await Promise.all(paths.map(async (path) => [path, await readSectionsFile(env, path)] as const)));
	return new Map(wanted.map(({ id, sections }) => [id, files.get(sections)?.[id] ?? []]));
}

/** The topics of a language, with their whole addresses. */
export async function readCategories(env: Assets, locale: string): Promise<ApiCategory[]> {
	const [{ categories }, site] = await Promise.all([readLibrary(env, locale), readSite(env)]);
	return categories.map((category) => ({ ...category, url: site.url + category.url }));
}
