import * as z from "zod";
import { slug } from "./shared.ts";

const fields = {
	/** Folder name and last part of the address. Example: `data-entry` */
	slug,
	/** Name that readers see. Example: `Data entry` */
	title: z.string().min(2).max(60),
	/** One sentence on what is found here. */
	summary: z.string().min(10).max(160),
};

const third = z.strictObject(fields);
const second = z.strictObject({
	...fields,
	/** Third level; there is no fourth. */
	children: z.array(third).default([]),
});
const first = z.strictObject({
	...fields,
	/** One of the icons in `site/components/CategoryIcon.astro`. Default: `page`. */
	icon: z.enum(["page", "rocket", "table", "chart", "plug", "wrench", "shield", "card", "megaphone"]).default("page"),
	/** Shown on the home page. Default: true. */
	onHome: z.boolean().default(true),
	/** Second level. */
	children: z.array(second).default([]),
});

/** `categories.yml`: the tree of categories in the order readers see them, at most three levels deep. */
export const categoriesSchema = z.array(first).min(1);

export type CategoriesData = z.infer<typeof categoriesSchema>;
