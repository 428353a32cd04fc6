import type * as z from "zod";
import type { Note } from "../../notes.ts";
import { problemsOf, secondsOf } from "../json/fields.ts";
import type { JsonExport, JsonRecord, Place } from "../json/open-json.ts";
import { articleSchema, byLocale, collectionSchema, kindOf, type Collection, type IntercomArticle } from "./records.ts";

/** The text of an article in one language, without the text: that stays in the file. */
export interface Version {
	/** In small letters; empty where nothing says it. */
	locale: string;
	title: string | undefined;
	description: string | undefined;
	draft: boolean;
	hasText: boolean;
	url: string | undefined;
	updated: string | number | null | undefined;
	/** It stands in the `translated_content` of the article. */
	nested: boolean;
}

/** An article with all its languages, without texts. */
export interface Entry extends Pick<IntercomArticle, "id" | "parent_id" | "parent_ids" | "updated_at"> {
	place: Place;
	tags: string[];
	statistics: Record<string, number>;
	versions: Version[];
}

/** Everything that an export holds, but for the texts. */
export interface IntercomExport {
	articles: Map<string, Entry>;
	collections: Map<string, Collection>;
	/** Kinds that have no place here, and how many of each. */
	ignored: Map<string, number>;
	notes: Note[];
}

/** Reads every file once and keeps what planning needs. */
export async function readExport(json: JsonExport): Promise<IntercomExport> {
	const found: IntercomExport = { articles: new Map(), collections: new Map(), ignored: new Map(), notes: [] };
	for await (const record of json.records()) {
		const kind = kindOf(record.list, record.value);
		if (kind === "article") parse(json, record, kind, articleSchema, (article) => add(found, entryOf(article, record.place)));
		else if (kind === "collection") parse(json, record, kind, collectionSchema, (collection) => found.collections.set(collection.id, collection));
		else found.ignored.set(kind, (found.ignored.get(kind) ?? 0) + 1);
	}
	return found;
}

function parse<Schema extends z.ZodType>(
	json: JsonExport,
	{ value, place }: JsonRecord,
	kind: string,
	schema: Schema,
	use: (value: z.output<Schema>) => unknown,
): void {
	const result = schema.safeParse(value);
	if (result.success) use(result.data);
	else json.quarantine(place, `the ${kind} ${String(value["id"])} is not as the API gives it: ${problemsOf(result.error)}`);
}

function add({ articles, notes }: IntercomExport, entry: Entry): void {
	const other = articles.get(entry.id);
	const newer = !other || secondsOf(entry.updated_at) > secondsOf(other.updated_at);
	if (newer) articles.set(entry.id, entry);
	if (!other) return;
	const [better, worse] = newer ? [entry, other] : [other, entry];
	notes.push({
		kind: "changed",
		file: `${better.place.file}#${entry.id}`,
		line: 1,
		what: `it is in the export twice (also in ${worse.place.file}); the newest was taken`,
	});
}

function entryOf(article: IntercomArticle, place: Place): Entry {
	const { id, parent_id, parent_ids, updated_at, translated_content } = article;
	const contents = byLocale(translated_content);
	const named = article.default_locale ?? localeIn(article.url) ?? contents.find(([, { title }]) => title === article.title)?.[0] ?? "";
	const own = versionOf(named, article, false);
	const others = contents.map(([locale, content]) => versionOf(locale, content, true));
	const same = others.find(({ locale }) => locale === own.locale);
	// The list of articles may leave out the text of what it says again in `translated_content`.
	const first = !own.hasText && same?.hasText ? same : own;
	return {
		id,
		parent_id,
		parent_ids,
		updated_at,
		place,
		tags: (article.tags?.tags ?? []).map(({ name }) => name),
		statistics: Object.fromEntries(Object.entries(article.statistics ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === "number")),
		versions: [first, ...others.filter(({ locale }) => locale !== own.locale)],
	};
}

type Content = Pick<IntercomArticle, "title" | "description" | "body" | "state" | "url" | "updated_at">;

function versionOf(locale: string, { title, description, body, state, url, updated_at }: Content, nested: boolean): Version {
	return {
		locale: locale.toLowerCase(),
		title: title?.trim() || undefined,
		description: description?.trim() || undefined,
		draft: state !== "published",
		hasText: (body ?? "").trim() !== "",
		url: url ?? undefined,
		updated: updated_at,
		nested,
	};
}

/** The locale in an address. Example: `https://intercom.help/orchard/en/articles/1-title` → `en` */
export function localeIn(url: string | null | undefined): string | undefined {
	return /\/([a-z]{2,3}(?:-[a-z0-9]{2,4})?)\/(?:articles|collections)\//i.exec(url ?? "")?.[1];
}
