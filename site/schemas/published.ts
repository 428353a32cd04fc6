import * as z from "zod";

/** One address that readers may have kept. */
export const publishedAddressSchema = z.strictObject({
	/** Id of the article there. Absent: another page, or an old address. Example: `data-entry/add-esg-data` */
	article: z.string().optional(),
	/** Ids on the page that a link can lead to. Default: none. */
	anchors: z.array(z.string()).default([]),
	/** An old address: where it leads. */
	to: z.string().optional(),
});

/** `published.json`: every address of the site that was last deployed. Written by `npm run deploy`, kept in git, compared by `npm run check`. */
export const publishedSchema = z.strictObject({
	/** The commit that was deployed. Default: not known. */
	commit: z.string().optional(),
	/** When. Example: `2026-11-21T14:00:00.000Z` */
	date: z.string().optional(),
	/** Addresses with slashes at both ends. */
	addresses: z.record(z.string().startsWith("/"), publishedAddressSchema),
});

export type PublishedAddress = z.infer<typeof publishedAddressSchema>;
export type Published = z.infer<typeof publishedSchema>;
