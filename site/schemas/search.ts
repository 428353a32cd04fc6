import * as z from "zod";
import { articleId } from "./shared.ts";

/** `synonyms.yml`: words customers use and words articles use. */
export const synonymsSchema = z.strictObject({
	/** Groups in which every word stands for every other. Example: `[["log in", "sign in"]]` */
	both: z.array(z.array(z.string().min(1)).min(2)).default([]),
	/** One way: who types `from` also means `to`. */
	oneWay: z
		.array(
			z.strictObject({
				/** What a customer types. */
				from: z.string().min(1),
				/** What the articles say. */
				to: z.array(z.string().min(1)).min(1),
			}),
		)
		.default([]),
});

/** `search-tests.yml`: searches that must keep working. */
export const searchTestsSchema = z.array(
	z.strictObject({
		/** In a customer's words. */
		query: z.string().min(1),
		/** The article that answers, or `none` where no article does. */
		expect: z.union([z.literal("none"), articleId]),
		/** How far down it may stand. Default: 3 */
		within: z.int().min(1).max(10).default(3),
	}),
);

/** `learned-words.yml`: searches that readers really typed before an article helped them, by article; made by `npm run learn`. Default: none. */
export const learnedWordsSchema = z.array(
	z.strictObject({
		/** The article that helped. Example: `data-entry/add-esg-data` */
		article: articleId,
		/** What was typed, the most visitors first. One line each, so that a review sees what came and what went. */
		searches: z
			.array(
				z.strictObject({
					/** In lower case, without personal data. Example: `where do i type my numbers` */
					words: z.string().min(2).max(120),
					/** Most distinct visitors of one day, for whoever reviews the file. The build weighs that a search is here, not how often it was asked. */
					visitors: z.int().min(1),
				}),
			)
			.min(1)
			.max(100),
	}),
);

/** `pinned-results.yml`: articles that stand first for a search, whatever the ranking says. Default: none. */
export const pinnedResultsSchema = z.array(
	z.strictObject({
		/** The searches, in any word order and form; function words do not count. Example: `["price", "how much does it cost"]` */
		queries: z.array(z.string().min(1)).min(1),
		/** The article that stands first. */
		article: articleId,
	}),
);

/** `redirects.yml`: old addresses and where they lead now. */
export const redirectsSchema = z.array(
	z.strictObject({
		/** Path that no longer exists; with `#`, an old place on a page. Example: `/data-entry/add-a-value/#send` */
		from: z.string().startsWith("/"),
		/** Path of an existing page of this site; with `#`, a place on it. Example: `/data-entry/add-a-value/#send-it` */
		to: z.string().startsWith("/"),
	}),
);

export type SynonymsData = z.infer<typeof synonymsSchema>;
export type SearchTestsData = z.infer<typeof searchTestsSchema>;
export type LearnedWordsData = z.infer<typeof learnedWordsSchema>;
export type PinnedResultsData = z.infer<typeof pinnedResultsSchema>;
export type RedirectsData = z.infer<typeof redirectsSchema>;
