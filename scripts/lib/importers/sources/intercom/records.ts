import * as z from "zod";
import { id, moment, text } from "../json/fields.ts";

const words = text.nullish();

/** The text of an article in one language. */
export const contentSchema = z.object({
	title: words,
	description: words,
	/** HTML. */
	body: words,
	state: words,
	updated_at: moment.nullish(),
	url: words,
});

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles/article */
export const articleSchema = contentSchema.extend({
	id,
	parent_id: id.nullish(),
	parent_ids: z.array(id).nullish(),
	default_locale: z.string().nullish(),
	/** Texts by locale, beside the name of their type. */
	translated_content: z.record(z.string(), z.union([contentSchema, z.string()]).nullish()).nullish(),
	tags: z.object({ tags: z.array(z.object({ name: text })).nullish() }).nullish(),
	/** Views, conversations, reactions. */
	statistics: z.record(z.string(), z.unknown()).nullish(),
});
export type IntercomArticle = z.infer<typeof articleSchema>;

/** A collection, or a section within one. */
export const collectionSchema = z.object({
	id,
	name: words,
	description: words,
	order: z.number().nullish(),
	parent_id: id.nullish(),
	default_locale: z.string().nullish(),
	url: words,
	translated_content: z.record(z.string(), z.union([z.object({ name: words, description: words }), z.string()]).nullish()).nullish(),
});
export type Collection = z.infer<typeof collectionSchema>;

/** What stands in `translated_content`, without the name of its type and locales that have nothing. */
export function byLocale<Content extends object>(contents: Record<string, Content | string | null | undefined> | null | undefined): [string, Content][] {
	return Object.entries(contents ?? {}).flatMap(([locale, content]): [string, Content][] =>
		typeof content === "object" && content !== null ? [[locale, content]] : [],
	);
}

/** What an object is: by the type that it names, by the list it stood in, or by what it has. */
export function kindOf(list: string | undefined, value: Record<string, unknown>): string {
	const type = typeof value["type"] === "string" ? value["type"] : undefined;
	if (type === "article" || list === "articles") return "article";
	if (type === "collection" || type === "section" || list === "collections" || list === "sections") return "collection";
	if (type !== undefined) return type;
	if ("title" in value && ("body" in value || "state" in value)) return "article";
	return "name" in value && ("order" in value || "icon" in value) ? "collection" : (list ?? "object");
}
