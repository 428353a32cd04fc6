import type * as z from "zod";
import type { Note } from "../../notes.ts";
import { problemsOf, secondsOf } from "../json/fields.ts";
import type { JsonExport, JsonRecord, Place } from "../json/open-json.ts";
import * as schemas from "./records.ts";

/** The text of an article in one language, without the text: that stays in the file. */
export interface Version extends Omit<schemas.ZendeskArticle, "body" | "translations" | "locale"> {
	locale: string;
	hasText: boolean;
	place: Place;
	/** It stands in the `translations` of the article at the place. */
	nested: boolean;
	/** The article it is a translation of says the rest: labels, section, votes. */
	isTranslation: boolean;
}

/** Everything that an export holds, but for the texts. */
export interface ZendeskExport {
	/** By id of the article, then by locale. */
	articles: Map<string, Map<string, Version>>;
	/** By id, then by locale. */
	sections: Map<string, Map<string, schemas.Section>>;
	categories: Map<string, Map<string, schemas.Section>>;
	attachments: Map<string, schemas.Attachment>;
	segments: Map<string, string>;
	tags: Map<string, string>;
	/** Votes by id of the article, where they were exported one by one. */
	votes: Map<string, { up: number; down: number }>;
	/** Kinds that have no place here, and how many of each. */
	ignored: Map<string, number>;
	/** Names of sections and categories in other languages. */
	names: schemas.Translation[];
	notes: Note[];
}

/** Reads every file once and keeps what planning needs. */
export async function readExport(json: JsonExport): Promise<ZendeskExport> {
	const found: ZendeskExport = {
		articles: new Map(),
		sections: new Map(),
		categories: new Map(),
		attachments: new Map(),
		segments: new Map(),
		tags: new Map(),
		votes: new Map(),
		ignored: new Map(),
		names: [],
		notes: [],
	};
	for await (const record of json.records()) take(found, record, json);
	for (const name of found.names) addName(found, name);
	return found;
}

function take(found: ZendeskExport, record: JsonRecord, json: JsonExport): void {
	function parse<Schema extends z.ZodType>(schema: Schema, use: (value: z.output<Schema>) => unknown): void {
		const result = schema.safeParse(record.value);
		if (result.success) use(result.data);
		else json.quarantine(record.place, `the ${kind} ${String(record.value["id"])} is not as the API gives it: ${problemsOf(result.error)}`);
	}
	const kind = schemas.kindOf(record.list, record.value);
	switch (kind) {
		case "article":
			return parse(schemas.articleSchema, (article) => addArticle(found, article, record.place));
		case "translation":
			return parse(schemas.translationSchema, (translation) => {
				if (/^article$/i.test(translation.source_type ?? "article")) addTranslation(found, translation, record.place, false);
				else found.names.push(translation);
			});
		case "section":
		case "category": {
			const map = kind === "section" ? found.sections : found.categories;
			return parse(schemas.sectionSchema, (folder) => entry(map, folder.id).set(locale(folder.locale), folder));
		}
		case "attachment":
			return parse(schemas.attachmentSchema, (attachment) => found.attachments.set(attachment.id, attachment));
		case "user segment":
			return parse(schemas.segmentSchema, ({ id, name, user_type }) => found.segments.set(id, name ?? user_type ?? id));
		case "content tag":
			return parse(schemas.namedSchema, ({ id, name }) => name && found.tags.set(id, name));
		case "vote":
			return parse(schemas.voteSchema, ({ item_id, item_type, value }) => {
				if (!/^article$/i.test(item_type ?? "article")) return;
				const { up, down } = found.votes.get(item_id) ?? { up: 0, down: 0 };
				found.votes.set(item_id, value > 0 ? { up: up + 1, down } : { up, down: down + 1 });
			});
		default:
			found.ignored.set(kind, (found.ignored.get(kind) ?? 0) + 1);
	}
}

function addArticle(found: ZendeskExport, { body, translations, ...article }: schemas.ZendeskArticle, place: Place): void {
	const version: Version = {
		...article,
		locale: locale(article.locale ?? article.source_locale),
		hasText: hasText(body),
		place,
		nested: false,
		isTranslation: false,
	};
	add(found, article.id, version);
	for (const translation of translations ?? []) addTranslation(found, { ...translation, source_id: article.id }, place, true);
}

function addTranslation(found: ZendeskExport, { body, source_id, source_type: _, ...translation }: schemas.Translation, place: Place, nested: boolean): void {
	if (!source_id) {
		found.notes.push({
			kind: "quarantined",
			file: place.file,
			line: 1,
			what: `a translation (${translation.title ?? "no title"}) does not say of which article`,
		});
		return;
	}
	const version: Version = { ...translation, id: source_id, locale: locale(translation.locale), hasText: hasText(body), place, nested, isTranslation: true };
	add(found, source_id, version);
}

/** Of two that are the same, an article's own text goes before its translation, then the newer one before the older. */
function add(found: ZendeskExport, id: string, version: Version): void {
	const versions = entry(found.articles, id);
	const other = versions.get(version.locale);
	if (!other) {
		versions.set(version.locale, version);
		return;
	}
	const [better, worse] = rank(version) > rank(other) ? [version, other] : [other, version];
	versions.set(version.locale, better);
	if (better.isTranslation !== worse.isTranslation) return;
	const where = `${better.place.file}#${id}`;
	found.notes.push({ kind: "changed", file: where, line: 1, what: `it is in the export twice (also in ${worse.place.file}); the newest was taken` });
}

function rank({ hasText, isTranslation, updated_at }: Version): number {
	return (hasText ? 2e12 : 0) + (isTranslation ? 0 : 1e12) + secondsOf(updated_at);
}

/** Translations of sections and categories are their names in another language. */
function addName(found: ZendeskExport, { source_id, source_type, title, body, locale: written, html_url }: schemas.Translation): void {
	const map = /category/i.test(source_type ?? "") ? found.categories : found.sections;
	const folder = entry(map, source_id ?? "");
	const known = [...folder.values()][0];
	const name = locale(written);
	if (!folder.has(name) && known && title) folder.set(name, { ...known, name: title, description: body, locale: name, html_url });
}

function hasText(body: string | null | undefined): boolean {
	return (body ?? "").trim() !== "";
}

/** Locales are compared in small letters; where none is said it is the empty one, which becomes the standard. */
function locale(written: string | null | undefined): string {
	return (written ?? "").toLowerCase();
}

function entry<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
	const inner = map.get(key) ?? new Map<string, Value>();
	map.set(key, inner);
	return inner;
}
