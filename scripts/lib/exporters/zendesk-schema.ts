import * as z from "zod";

const id = z.int().positive();
const moment = z.iso.datetime();
const shared = {
	id,
	html_url: z.url(),
	locale: z.string(),
	source_locale: z.string(),
	outdated: z.boolean(),
	position: z.int().min(0),
	created_at: moment,
	updated_at: moment,
};

/**
 * `help_center.json`: the lists that Zendesk's Help Center API answers with, in one object
 * (https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ and its neighbours).
 */
export const zendeskSchema = z.strictObject({
	generator: z.literal("tier-zero zendesk"),
	version: z.literal(1),
	/** Categories of the first level. */
	categories: z.array(z.strictObject({ ...shared, name: z.string(), description: z.string() })),
	/** Those of the second and third level; articles of the first level stand in a section of the category's name. */
	sections: z.array(z.strictObject({ ...shared, name: z.string(), description: z.string(), category_id: id, parent_section_id: id.nullable() })),
	articles: z.array(
		z.strictObject({
			...shared,
			title: z.string(),
			name: z.string(),
			/** HTML: the summary as first paragraph, then the text. Links are full addresses; pictures are those of `article_attachments`. */
			body: z.string(),
			section_id: id,
			author_id: z.null(),
			draft: z.boolean(),
			promoted: z.boolean(),
			/** Keywords. */
			label_names: z.array(z.string()),
			comments_disabled: z.boolean(),
			permission_group_id: z.null(),
			user_segment_id: z.null(),
			vote_sum: z.int(),
			vote_count: z.int(),
			edited_at: moment,
		}),
	),
	article_attachments: z.array(
		z.strictObject({
			id,
			article_id: id,
			file_name: z.string(),
			content_type: z.string(),
			/** Path below the folder of the export, as in the bodies. */
			content_url: z.string(),
			size: z.int().min(0),
			inline: z.boolean(),
			created_at: moment,
			updated_at: moment,
		}),
	),
});

/** What is in `help_center.json`. */
export type ZendeskExport = z.output<typeof zendeskSchema>;
