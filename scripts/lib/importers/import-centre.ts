import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { categoryPaths, fixedPages } from "../checks/build-content.ts";
import { convertArticle } from "./convert-article.ts";
import type { Note } from "./notes.ts";
import { addCategories, categoryWords } from "./plan/categories.ts";
import { categoryAddress, planCategoryRedirects } from "./plan/category-addresses.ts";
import { collectAnchors } from "./plan/collect-anchors.ts";
import { planAddresses } from "./plan/plan-addresses.ts";
import { planRedirects } from "./plan/plan-redirects.ts";
import { slugOfName } from "./plan/slug.ts";
import type { Conversion, Source, SourceArticle } from "./source.ts";
import { createAssets } from "./write/assets.ts";
import { listedRedirects, writeRedirects } from "./write/category-redirects.ts";
import { conflictPath, placeArticle } from "./write/place-article.ts";
import { makeReport, type ImportReport } from "./write/report.ts";
import { addStarter } from "./write/starter.ts";
import { importFolder, readState, sumOf, writeState, type ImportState } from "./write/state.ts";
import { writeSafely } from "../write-safely.ts";
import { categoriesSchema } from "#site/schemas/categories.ts";
import { readDataFile } from "#site/lib/data-file.ts";

interface Options {
	/** The content folder; made when it is not there. */
	out: string;
	locale: string;
	owner: string;
	today: string;
	/** Called after each article. */
	progress?(done: number, all: number): void;
	/** Ends the import after the article at hand; what was written stays and is known. */
	stop?: AbortSignal | undefined;
}

/** Imports everything a source holds into a content folder, article by article. */
export async function importCentre(source: Source, { out, locale, owner, today, progress = () => {}, stop }: Options): Promise<ImportReport> {
	const state = readState(out, source.name, today);
	const notes: Note[] = [...source.notes];
	const plan = planAddresses(source.articles, {
		locale,
		known: new Map(Object.entries(state.articles).map(([key, { id }]) => [key, id])),
		taken: strangers(out, state),
	});
	const localeOf = (article: SourceArticle) => article.locale ?? locale;
	const addresses = new Map(source.articles.map((article) => [article.key, addressOf(plan.get(article.key) ?? "", localeOf(article), locale)]));
	notes.push(...addStarter(out, { locale }));
	writeCategories(out, plan.values(), source);
	const categories = new Set(categoryAddresses(out));
	const own = new Set([...fixedPages, ...addresses.values(), ...categories]);
	const pages = new Set([...own, ...inOtherLanguages(own, new Set(source.articles.map(localeOf)), locale)]);
	const redirects = planRedirects(source, (key) => addresses.get(key), pages);
	const addressOfCategory = (path: string[]) => categoryAddress(path, categories);
	notes.push(...redirects.notes, ...redirectCategories(out, source, { addressOfCategory, pages, led: [...redirects.byArticle.values()].flat() }));
	notes.push(...movedNotes(source.articles, addresses), ...goneNotes(source.articles, state));

	const assets = createAssets(out);
	const wantedAnchors = await collectAnchors(source);
	const imported: ImportReport["imported"] = [];
	for (const [index, article] of source.articles.entries()) {
		if (stop?.aborted) break;
		const id = plan.get(article.key) ?? "";
		const folder = `${localeOf(article)}/${id.split("/").slice(0, -1).join("/")}`;
		const conversion: Conversion = { article, note: (kind, what, line = 1) => void notes.push({ kind, file: article.file, line, what }) };
		try {
			const around = { source, assets, addressOf: (key: string) => addresses.get(key), addressOfCategory, folder, wantedAnchors };
			const text = await convertArticle(article, around, { owner, today: state.first, redirectFrom: redirects.byArticle.get(article.key) ?? [] }, conversion);
			const place = { id, locale: localeOf(article) };
			const before = state.articles[article.key];
			const outcome = placeArticle(out, place, text, before);
			if (outcome !== "kept" && outcome !== "removed") state.articles[article.key] = { ...place, sum: sumOf(text) };
			if (outcome === "conflict") conversion.note("person", `changed here and in the source; the source's text lies in ${conflictPath(id, place.locale)}`);
			if (outcome === "removed") conversion.note("person", `${id} was moved or deleted here; it was not written again`);
			imported.push({ file: article.file, article: `articles/${place.locale}/${id}.mdx`, outcome });
		} catch (error) {
			conversion.note("quarantined", await quarantine(out, article, error));
		}
		// Kept now and then, so that an import that is cut off knows what it wrote.
		if (index % 100 === 99) writeState(out, source.name, state);
		progress(index + 1, source.articles.length);
	}
	writeState(out, source.name, state);
	for (const { path, read } of source.extra ?? []) writeSafely(join(out, importFolder, path), await read());
	return makeReport(source.name, imported, notes, assets.written.size);
}

function addressOf(id: string, locale: string, defaultLocale: string): string {
	return locale === defaultLocale ? `/${id}/` : `/${locale}/${id}/`;
}

/** The same pages in the other languages of a centre: each is there, in one language or another. */
function inOtherLanguages(pages: ReadonlySet<string>, locales: ReadonlySet<string>, first: string): string[] {
	const others = [...locales].filter((locale) => locale !== first);
	const ofFirst = [...pages].filter((address) => !others.some((locale) => address.startsWith(`/${locale}/`)));
	return others.flatMap((locale) => ofFirst.map((address) => `/${locale}${address}`));
}

/** Articles of the content folder that this source did not bring. */
function strangers(out: string, state: ImportState): Set<string> {
	const ours = new Set(Object.values(state.articles).map(({ locale, id }) => `${locale}:${id}`));
	const found = globSync("articles/**/*.mdx", { cwd: out }).map((path) => path.replaceAll("\\", "/").replace(/^articles\/([^/]+)\/(.*)\.mdx$/, "$1:$2"));
	return new Set(found.filter((name) => !ours.has(name)));
}

function writeCategories(out: string, ids: Iterable<string>, source: Source): void {
	const file = join(out, "data/categories.yml");
	const before = existsSync(file) ? readFileSync(file, "utf8") : "";
	const after = addCategories(before, categoryWords(ids, source));
	if (after !== before) writeSafely(file, after);
}

/** Addresses of the pages of categories. */
function categoryAddresses(out: string): string[] {
	const file = "data/categories.yml";
	const categories = readDataFile(categoriesSchema, readFileSync(join(out, file), "utf8"), file).data ?? [];
	return categoryPaths(categories).map((path) => `/${path}/`);
}

interface Led {
	addressOfCategory(path: string[]): string | undefined;
	/** Addresses of pages. */
	pages: ReadonlySet<string>;
	/** Old addresses that lead to articles. */
	led: string[];
}

/** Leads the old addresses of categories, and of pages that every centre has, to what they are here. */
function redirectCategories(out: string, { categories, oldPages = [] }: Source, { addressOfCategory, pages, led: articles }: Led): Note[] {
	const known = new Set([...articles, ...listedRedirects(out)]);
	const isTaken = (path: string) => known.has(path) || pages.has(`${path}/`);
	const { redirects, notes } = planCategoryRedirects(categories, { addressOf: addressOfCategory, isTaken });
	const led = new Set(redirects.map(({ from }) => from));
	writeRedirects(out, [...redirects, ...oldPages.filter(({ from }) => !isTaken(from) && !led.has(from))]);
	return notes;
}

/** What of an address did not fit and was written otherwise. */
function movedNotes(articles: SourceArticle[], addresses: Map<string, string>): Note[] {
	return articles.flatMap(({ key, file, path }) => {
		const address = addresses.get(key) ?? "";
		const asItWas = `/${path.join("/")}/`;
		return address.endsWith(asItWas) ? [] : [{ kind: "changed" as const, file, line: 1, what: `its address is ${address}; in the source it was ${asItWas}` }];
	});
}

/** Articles of an earlier import that their source no longer has. */
function goneNotes(articles: SourceArticle[], state: ImportState): Note[] {
	const keys = new Set(articles.map(({ key }) => key));
	return Object.entries(state.articles)
		.filter(([key]) => !keys.has(key))
		.map(([key, { id }]) => ({ kind: "person", file: key, line: 1, what: `it is no longer in the source; ${id} was kept` }));
}

/** Keeps the original of an article that cannot come along. Returns why, and where it lies. */
async function quarantine(out: string, article: SourceArticle, error: unknown): Promise<string> {
	const reason = error instanceof RangeError ? "it is nested too deeply" : error instanceof Error ? error.message : String(error);
	try {
		const { text, format } = await article.read();
		const path = `${importFolder}/quarantine/${article.path.map(slugOfName).join("/")}.${format === "html" ? "html" : "md"}.txt`;
		writeSafely(join(out, path), text);
		return `${reason}; its text lies in ${path}`;
	} catch {
		return reason;
	}
}
