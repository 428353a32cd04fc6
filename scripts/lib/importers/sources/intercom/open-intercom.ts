import { posix } from "node:path";
import type { Note } from "../../notes.ts";
import type { Source, SourceExtra } from "../../source.ts";
import { createFileFinder } from "../json/find-files.ts";
import { fixed, searchAddress } from "../../plan/fixed-pages.ts";
import { centresOf, createLinks, inEveryCentre } from "../json/links.ts";
import { planLocales } from "../json/locales.ts";
import { openJson } from "../json/open-json.ts";
import { createDialect } from "./dialect.ts";
import { planArticles } from "./plan-articles.ts";
import { planCollections } from "./plan-collections.ts";
import { readExport, type IntercomExport } from "./read-export.ts";

/** Hosts of files that writers have put into articles. */
const fileHosts = /(^|\.)(intercomcdn|intercom-attachments-\d+)\.(com|eu)$/;

/**
 * Opens what Intercom's API gave: folder, zip or single file of JSON, with pictures beside it.
 * @param asked locale that has no address prefix; default: the most frequent one
 */
export async function openIntercom(path: string, asked: string | undefined): Promise<Source> {
	const json = await openJson(path, "intercom");
	const found = await readExport(json);
	const counts = Map.groupBy(
		[...found.articles.values()].flatMap(({ versions }) => versions.map(({ locale }) => locale).filter((locale) => locale !== "")),
		(locale) => locale,
	);
	const locales = planLocales(new Map([...counts].map(([locale, all]) => [locale, all.length])), asked);
	const collections = planCollections(found.collections, locales.sourceStandard);
	const plan = planArticles(found, { json, locales, collections });

	const places = new Map(plan.articles.map(({ article, entry, locale }) => [article.key, { id: entry.id, locale, folder: posix.dirname(entry.place.file) }]));
	const idOf = ({ key }: { key: string }) => places.get(key) ?? { id: "", locale: "" };
	const articles = plan.articles.map(({ article }) => article);
	const centres = centresOf(articles);
	const categories = inEveryCentre(collections.categories, centres);
	const homes = homesOf(centres);
	const links = createLinks({
		isOwn: ownAddresses(found),
		article: /^(?:\/[^/]+)??(?:\/(?<locale>[a-z]{2,3}(?:-[a-z0-9]{2,4})?))?\/articles\/(?<id>\d+)(?:[-/]|$)/i,
		category: /^(?:\/[^/]+)??(?:\/[a-z]{2,3}(?:-[a-z0-9]{2,4})?)?\/(?:collections|sections)\/(?<id>\d+)(?:[-/]|$)/i,
		keyOf: plan.keyOf,
		categoryOf: collections.pathOf,
		pageAt: (path, query) => (!homes.has(path) ? undefined : query.has("q") ? searchAddress(query.get("q")) : fixed.home),
		articles,
		categories,
		idOf,
	});
	const pathOf = (url: string) =>
		/^https?:\/\//i.test(url) && URL.canParse(url) && fileHosts.test(new URL(url).hostname) ? new URL(url).pathname : links.pathOf(url);
	const resolveFile = createFileFinder({ tree: json.tree, described: new Map(), pathOf, idOf, folderOf: ({ key }) => places.get(key)?.folder ?? "" });
	const statistics = statisticsOf(found);
	return {
		name: "intercom",
		locale: locales.standard,
		articles,
		categories,
		redirects: [],
		oldPages: [...homes].filter((home) => home !== "").map((from) => ({ from, to: fixed.home })),
		notes: [...json.notes, ...found.notes, ...plan.notes, ...ignoredNotes(found), ...statistics.notes],
		dialect: createDialect({
			leadsToPage: (url, from) => (links.article(url, from) ?? links.category(url) ?? links.page(url)) !== undefined,
			leadsToFile: (url, from) => resolveFile(url, from) !== undefined,
			pathOf,
		}),
		resolveLink: links.article,
		resolveCategory: links.category,
		resolvePage: links.page,
		resolveFile,
		extra: [...json.extra, ...statistics.extra],
		close: () => json.tree.close(),
	};
}

/** Intercom's own host serves every customer, each below the name of their app. */
function ownAddresses({ articles, collections }: IntercomExport): (url: URL) => boolean {
	const addresses = [...[...articles.values()].flatMap(({ versions }) => versions), ...collections.values()].flatMap(({ url }) =>
		url && URL.canParse(url) ? [new URL(url)] : [],
	);
	const hosts = new Set(addresses.map(({ hostname }) => hostname));
	const apps = new Set(addresses.flatMap((url) => (url.hostname === "intercom.help" ? [appOf(url)] : [])));
	return (url) => (url.hostname === "intercom.help" ? apps.size === 0 || apps.has(appOf(url)) : hosts.has(url.hostname));
}

function appOf({ pathname }: URL): string {
	return pathname.split("/")[1] ?? "";
}

/** The home of the centre in every language, and the one that leads to the reader's. Example: `/orchard/en`, `/orchard`, `/en`, and nothing */
function homesOf(centres: string[]): Set<string> {
	return new Set(centres.flatMap((centre) => [centre, centre.replace(/\/[a-z]{2,3}(?:-[a-z0-9]{2,4})?$/i, "")]));
}

/** What an import has no place for. */
function ignoredNotes({ ignored }: IntercomExport): Note[] {
	const kinds = [...ignored].map(([kind, count]) => `not imported, for there is no place for it: ${kind} (${count})`);
	return [...kinds, "authors and icons have no counterpart; the order of categories is that of the export"].map((what) => ({
		kind: "changed",
		file: "the export",
		line: 1,
		what,
	}));
}

/** Views and reactions have no field in an article; they are kept beside the report. */
function statisticsOf({ articles }: IntercomExport): { extra: SourceExtra[]; notes: Note[] } {
	const kept = [...articles.values()].filter(({ statistics }) => Object.values(statistics).some((value) => value !== 0));
	if (kept.length === 0) return { extra: [], notes: [] };
	const path = "intercom-statistics.json";
	const text = `${JSON.stringify(Object.fromEntries(kept.map(({ id, statistics }) => [id, statistics])), null, "\t")}\n`;
	const what = `the views and reactions of ${kept.length} ${kept.length === 1 ? "article have" : "articles have"} no field in an article; they are kept here, by the article's id`;
	return { extra: [{ path, read: () => Promise.resolve(text) }], notes: [{ kind: "changed", file: `import/${path}`, line: 1, what }] };
}
