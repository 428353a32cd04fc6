import { z } from "zod";
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

/** `redirects.yml`: old addresses and where they lead now. */
export const redirectsSchema = z.array(
	z.strictObject({
		/** Path that no longer exists. */
		from: z.string().startsWith("/"),
		/** Path on this site. */
		to: z.string().startsWith("/"),
	}),
);

export type SynonymsData = z.infer<typeof synonymsSchema>;
export type SearchTestsData = z.infer<typeof searchTestsSchema>;
export type RedirectsData = z.infer<typeof redirectsSchema>;
