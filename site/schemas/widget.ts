import * as z from "zod";
import { articleId } from "./shared.ts";

/** `https`, or this machine while you develop; a whole origin, or a star for exactly one label before at least two others. */
const origin = z
	.string()
	.regex(
		/^(?:https:\/\/(?:\*\.)?[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)+(?::[1-9]\d{0,4})?|http:\/\/(?:localhost|127\.0\.0\.1)(?::[1-9]\d{0,4})?)$/,
		"must be an origin like `https://app.example.com`: small letters, no path, no slash at the end",
	)
	.refine((text) => !text.endsWith(":443"), "must leave out `:443`, as browsers do");

const topic = z
	.string()
	.max(60)
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/, "must be small letters, digits and hyphens, like `data-entry`");

/** `widget.yml`: help inside the product (`/widget.js`). Everything but `origins` is published with the widget. */
export const widgetSchema = z
	.strictObject({
		/**
		 * Where the widget may vote, count and send messages from: origins of the product's pages. A star stands for exactly one name:
		 * `https://*.example.com` is `https://app.example.com`, not `https://a.b.example.com`. Use it only for a domain whose names are all
		 * yours, never for a host that anybody may use. Example: `[https://app.example.com]`. Default: none; the widget can be read everywhere, and sends nothing.
		 */
		origins: z.array(origin).max(50).default([]),
		/** What is suggested on which page of the product. The first that fits counts; it is compared in the browser, and no address is sent. */
		pages: z
			.array(
				z.strictObject({
					/** Path of the page; `*` stands for anything, also for nothing. Example: `/reports/*` */
					path: z.string().max(200).startsWith("/", "must start with `/`"),
					/** A topic of the centre, whose articles are suggested. Example: `reporting`. Default: none. */
					topic: topic.optional(),
					/** Ids of articles that stand first. Example: `[reporting/export-a-report]`. Default: none. */
					articles: z.array(articleId).max(8).default([]),
				}),
			)
			.max(200)
			.default([]),
		/** Short explanations for elements of the product that carry `data-help`, by the name that stands there. Example: `{ scope-3: { text: … } }` */
		tips: z
			.record(
				topic,
				z.strictObject({
					/** Two sentences at most, plain text. */
					text: z.string().min(5).max(300),
					/** The same in other languages, by locale. Default: none; the first language is shown. */
					translations: z.record(z.string(), z.string().min(5).max(300)).default({}),
					/** Id of the article that says more. Default: none. */
					article: articleId.optional(),
				}),
			)
			.default({}),
	})
	.prefault({});

export type WidgetData = z.infer<typeof widgetSchema>;
