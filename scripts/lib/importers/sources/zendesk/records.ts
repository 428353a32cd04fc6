import * as z from "zod";
import { id, moment, text } from "../json/fields.ts";

/** Kinds of things in an export, by the list or member that the API puts them into. */
const kindOfList: Record<string, string> = {
	articles: "article",
	article: "article",
	sections: "section",
	section: "section",
	categories: "category",
	category: "category",
	article_attachments: "attachment",
	article_attachment: "attachment",
	attachments: "attachment",
	translations: "translation",
	translation: "translation",
	user_segments: "user segment",
	user_segment: "user segment",
	votes: "vote",
	vote: "vote",
	comments: "comment",
	comment: "comment",
	content_tags: "content tag",
	users: "user",
	user: "user",
	permission_groups: "permission group",
	permission_group: "permission group",
	topics: "community topic",
	posts: "community post",
	subscriptions: "subscription",
	labels: "label",
};

/** What an object is: by the list it stood in, by its address in the API, or by what it has. */
export function kindOf(list: string | undefined, value: Record<string, unknown>): string {
	const named = list !== undefined && Object.hasOwn(kindOfList, list) ? kindOfList[list] : undefined;
	if (named) return named;
	const address = typeof value["url"] === "string" ? value["url"] : typeof value["html_url"] === "string" ? value["html_url"] : "";
	const collection = [...address.matchAll(/\/([a-z_]+)(?=\/)/g)].map(([, name = ""]) => name).findLast((name) => Object.hasOwn(kindOfList, name));
	if (collection !== undefined) return kindOfList[collection] ?? "";
	if ("content_url" in value) return "attachment";
	if ("source_type" in value && "title" in value) return "translation";
	if ("title" in value && ("body" in value || "section_id" in value)) return "article";
	if ("category_id" in value && "name" in value) return "section";
	if ("value" in value && "item_id" in value) return "vote";
	return list === "records" && "name" in value ? "content tag" : (list ?? "object");
}

const words = text.nullish();
const count = z.int().nullish();

/** The text of an article in one language. */
export const translationSchema = z.object({
	source_id: id.nullish(),
	source_type: z.string().nullish(),
	locale: z.string(),
	title: words,
	body: words,
	draft: z.boolean().nullish(),
	outdated: z.boolean().nullish(),
	html_url: words,
	updated_at: moment.nullish(),
});
export type Translation = z.infer<typeof translationSchema>;

/** https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
export const articleSchema = z.object({
	id,
	title: words,
	name: words,
	/** HTML. */
	body: words,
	locale: z.string().nullish(),
	source_locale: z.string().nullish(),
	label_names: z.array(text).nullish(),
	draft: z.boolean().nullish(),
	promoted: z.boolean().nullish(),
	outdated: z.boolean().nullish(),
	vote_sum: count,
	vote_count: count,
	section_id: id.nullish(),
	/** Who may read it; everybody where there is none. */
	user_segment_id: id.nullish(),
	user_segment_ids: z.array(id).nullish(),
	content_tag_ids: z.array(id).nullish(),
	edited_at: moment.nullish(),
	updated_at: moment.nullish(),
	html_url: words,
	url: words,
	/** With `include=translations`. */
	translations: z.array(translationSchema).nullish(),
});
export type ZendeskArticle = z.infer<typeof articleSchema>;

export const sectionSchema = z.object({
	id,
	name: text,
	description: words,
	category_id: id.nullish(),
	parent_section_id: id.nullish(),
	position: count,
	locale: z.string().nullish(),
	html_url: words,
});
export type Section = z.infer<typeof sectionSchema>;

export const attachmentSchema = z.object({
	id,
	article_id: id.nullish(),
	file_name: words,
	content_url: words,
	relative_path: words,
	inline: z.boolean().nullish(),
	locale: z.string().nullish(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const segmentSchema = z.object({ id, name: words, user_type: words });
export const voteSchema = z.object({ item_id: id, item_type: z.string().nullish(), value: z.int() });
export const namedSchema = z.object({ id, name: words });
