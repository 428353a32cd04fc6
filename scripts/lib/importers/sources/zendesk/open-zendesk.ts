import { posix } from "node:path";
import type { Redirect } from "#site/lib/redirects.ts";
import type { Note } from "../../notes.ts";
import type { Source, SourceExtra } from "../../source.ts";
import { createFileFinder } from "../json/find-files.ts";
import { fixed, searchAddress } from "../../plan/fixed-pages.ts";
import { centresOf, createLinks, inEveryCentre } from "../json/links.ts";
import { planLocales } from "../json/locales.ts";
import { openJson } from "../json/open-json.ts";
import { createDialect } from "./dialect.ts";
import { planArticles } from "./plan-articles.ts";
import { planFolders } from "./plan-folders.ts";
import { readExport, type ZendeskExport } from "./read-export.ts";

/**
 * Opens what Zendesk's Help Center API gave: folder, zip or single file of JSON, with attachments beside it.
 * @param asked locale that has no address prefix; default: the most frequent one
 */
export async function openZendesk(path: string, asked: string | undefined): Promise<Source> {
	const json = await openJson(path, "zendesk");
	const found = await readExport(json);
	const versions = [...found.articles.values()].flatMap((byLocale) => [...byLocale.values()]);
	const locales = planLocales(countBy(versions.map(({ locale }) => locale).filter((locale) => locale !== "")), asked);
	const folders = planFolders(found, locales.sourceStandard);
	const plan = planArticles(found, { json, locales, folders });

	const places = new Map(plan.articles.map(({ article, version }) => [article.key, version]));
	const idOf = ({ key }: { key: string }) => ({ id: places.get(key)?.id ?? "", locale: places.get(key)?.locale ?? "" });
	const hosts = hostsOf(found);
	const articles = plan.articles.map(({ article }) => article);
	const centres = centresOf(articles);
	const categories = inEveryCentre(folders.categories, centres);
	const links = createLinks({
		isOwn: ({ hostname }) => hosts.has(hostname) || /\.(zendesk|zdassets|zdusercontent)\.com$/.test(hostname),
		article: /^\/hc\/(?:(?<locale>[a-z]{2,3}(?:-[a-z0-9]+)*)\/)?articles\/(?<id>\d+)(?:[-/]|$)/i,
		category: /^\/hc\/(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(?<id>(?:sections|categories)\/\d+)(?:[-/]|$)/i,
		keyOf: plan.keyOf,
		categoryOf: folders.byAddress,
		pageAt,
		articles,
		categories,
		idOf,
	});
	// Of Zendesk's own hosts only those that the export names have their home here.
	const page = (url: string) => (isElsewhere(url, hosts) ? undefined : links.page(url));
	const resolveFile = createFileFinder({
		tree: json.tree,
		described: found.attachments,
		pathOf: links.pathOf,
		idOf,
		folderOf: ({ key }) => posix.dirname(places.get(key)?.place.file ?? ""),
	});
	const votes = votesOf(found);
	return {
		name: "zendesk",
		locale: locales.standard,
		articles,
		categories,
		redirects: [],
		oldPages: centres.filter((centre) => centre.startsWith("/hc/")).flatMap(pagesOf),
		notes: [...json.notes, ...found.notes, ...folders.notes, ...plan.notes, ...ignoredNotes(found), ...votes.notes],
		dialect: createDialect({
			leadsToPage: (url, from) => (links.article(url, from) ?? links.category(url) ?? page(url)) !== undefined,
			leadsToFile: (url, from) => resolveFile(url, from) !== undefined,
			pathOf: links.pathOf,
		}),
		resolveLink: links.article,
		resolveCategory: links.category,
		resolvePage: page,
		resolveFile,
		extra: [...json.extra, ...votes.extra],
		close: () => json.tree.close(),
	};
}

/** Zendesk's home, form and search, with a locale or without. */
function pageAt(path: string, query: URLSearchParams): string | undefined {
	const name = /^\/hc(?:\/[a-z]{2,3}(?:-[a-z0-9]+)*)?(?<page>\/requests\/new|\/search|)$/i.exec(path)?.groups?.["page"]?.toLowerCase();
	if (name === "") return fixed.home;
	return name === "/search" ? searchAddress(query.get("query")) : name === "/requests/new" ? fixed.contact : undefined;
}

function pagesOf(centre: string): Redirect[] {
	return [
		{ from: centre, to: fixed.home },
		{ from: `${centre}/requests/new`, to: fixed.contact },
		{ from: `${centre}/search`, to: fixed.search },
	];
}

function isElsewhere(url: string, hosts: ReadonlySet<string>): boolean {
	const { hostname } = URL.canParse(url, "https://old.invalid/") ? new URL(url, "https://old.invalid/") : { hostname: "" };
	return hostname !== "old.invalid" && !hosts.has(hostname);
}

function countBy(values: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

function hostsOf({ articles, sections, categories }: ZendeskExport): Set<string> {
	const things = [articles, sections, categories].flatMap((map) => [...map.values()].flatMap((byLocale) => [...byLocale.values()]));
	return new Set(things.flatMap(({ html_url }) => (html_url && URL.canParse(html_url) ? [new URL(html_url).hostname] : [])));
}

/** Kinds of things that an import has no place for, each once. */
function ignoredNotes({ ignored }: ZendeskExport): Note[] {
	const kinds = [...ignored].map(([kind, count]) => `not imported, for there is no place for it: ${kind} (${count})`);
	return [...kinds, "authors, permission groups and the order of articles have no counterpart; the order of categories is that of the export"].map((what) => ({
		kind: "changed",
		file: "the export",
		line: 1,
		what,
	}));
}

/** Votes have no field in an article; they are kept beside the report. */
function votesOf({ articles, votes: single }: ZendeskExport): { extra: SourceExtra[]; notes: Note[] } {
	const votes: Record<string, { up: number; down: number }> = {};
	for (const [id, versions] of articles) {
		const counted = [...versions.values()].find(({ vote_count }) => (vote_count ?? 0) > 0);
		const [count, sum] = [counted?.vote_count ?? 0, counted?.vote_sum ?? 0];
		const sums = counted ? { up: Math.round((count + sum) / 2), down: Math.round((count - sum) / 2) } : single.get(id);
		if (sums) votes[id] = sums;
	}
	const path = "zendesk-votes.json";
	const count = Object.keys(votes).length;
	if (count === 0) return { extra: [], notes: [] };
	const what = `the votes of ${count} ${count === 1 ? "article have" : "articles have"} no field in an article; they are kept here, by the article's id`;
	return {
		extra: [{ path, read: () => Promise.resolve(`${JSON.stringify(votes, null, "\t")}\n`) }],
		notes: [{ kind: "changed", file: `import/${path}`, line: 1, what }],
	};
}
