import type { Note } from "../../notes.ts";
import { slugOfName } from "../../plan/slug.ts";
import type { SourceArticle } from "../../source.ts";
import { dayOf, wordsOf } from "../json/fields.ts";
import type { Locales } from "../json/locales.ts";
import { comparePlaces, type JsonExport } from "../json/open-json.ts";
import { oldAddresses, slugIn, type Collections } from "./plan-collections.ts";
import type { Entry, IntercomExport, Version } from "./read-export.ts";
import { articleSchema, byLocale } from "./records.ts";

/** The articles of an export with their places. */
export interface ArticlePlan {
	articles: { article: SourceArticle; entry: Entry; locale: string }[];
	/** Key of an article in the first of some locales that it has; undefined among them asks for any. */
	keyOf(id: string, locales: (string | undefined)[]): string | undefined;
	notes: Note[];
}

interface Around {
	json: JsonExport;
	locales: Locales;
	collections: Collections;
}

/** Every text of every article; all languages of one stand at the same place of their locale's folder. */
export function planArticles({ articles: entries }: IntercomExport, around: Around): ArticlePlan {
	const { locales, collections } = around;
	const notes: Note[] = [];
	const articles = [...entries.values()].flatMap((entry) => {
		const standard = entry.versions.find(({ locale }) => locale === locales.sourceStandard) ?? entry.versions[0];
		const folder = collections.pathOf(parentsOf(entry)[0]) ?? [];
		const path = [...folder, collections.nameIn(folder, slugOfName(slugIn(standard?.url) ?? standard?.title ?? entry.id), entry.id)];
		if (folder.length === 0) notes.push({ kind: "person", file: nameOf(entry), line: 1, what: `${placeProblem(entry)}; it stands in "general"` });
		return entry.versions.map((version) => ({ entry, locale: version.locale, article: makeArticle(entry, version, path, around, notes) }));
	});
	return {
		articles: articles.sort((one, other) => comparePlaces(one.entry.place, other.entry.place)),
		notes,
		keyOf(id, wanted) {
			const known = entries.get(id)?.versions.map(({ locale }) => locale) ?? [];
			const locale = [...wanted, locales.sourceStandard, ...known].find((one) => one !== undefined && known.includes(one));
			return locale === undefined ? undefined : keyOf(id, locale);
		},
	};
}

function makeArticle(entry: Entry, version: Version, path: string[], { json, locales, collections }: Around, notes: Note[]): SourceArticle {
	const { locale } = version;
	const file = nameOf(entry, locale);
	if (!version.hasText) notes.push({ kind: "person", file, line: 1, what: "it has no text; it came as a draft" });
	const elsewhere = parentsOf(entry)
		.slice(1)
		.map((parent) => collections.pathOf(parent)?.join("/") ?? parent)
		.filter((folder) => !`${path.join("/")}/`.startsWith(`${folder}/`));
	return {
		key: keyOf(entry.id, locale),
		file,
		path,
		locale: locale === "" ? locales.standard : locales.folderOf(locale),
		title: version.title,
		summary: wordsOf(version.description),
		keywords: entry.tags,
		draft: version.draft || !version.hasText,
		updated: dayOf(version.updated ?? entry.updated_at),
		addresses: oldAddresses(version.url, "articles", entry.id),
		leftOver: elsewhere.length > 0 ? [`it stood in ${elsewhere.join(" and ")} too`] : [],
		async read() {
			const article = version.hasText ? articleSchema.parse(await json.read(entry.place)) : undefined;
			const nested = byLocale(article?.translated_content).find(([name]) => name.toLowerCase() === locale)?.[1];
			return { format: "html", text: (version.nested ? nested?.body : article?.body) ?? "", firstLine: 1 };
		},
	};
}

/** Collections of an article, the one it is shown in first. */
function parentsOf({ parent_id, parent_ids }: Entry): string[] {
	return [...new Set([...(parent_id ? [parent_id] : []), ...(parent_ids ?? [])])];
}

function placeProblem(entry: Entry): string {
	const [parent] = parentsOf(entry);
	return parent === undefined ? "it stands in no collection" : `its collection ${parent} is not in the export`;
}

function nameOf({ place, id, versions }: Entry, locale?: string): string {
	return versions.length > 1 && locale ? `${place.file}#${id}/${locale}` : `${place.file}#${id}`;
}

function keyOf(id: string, locale: string): string {
	return `${id}/${locale}`;
}
