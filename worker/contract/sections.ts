import * as z from "zod";

/** A paragraph, step or point of an article: plain text on one line. */
const blockSchema = z.object({
	text: z.string(),
	/** Steps are counted, points are not. */
	as: z.enum(["paragraph", "step", "point"]),
	/** Begins a part of the section that has a label. Example: `Cause: …` */
	labelled: z.literal(true).optional(),
	/** Is the label alone: leads on to the blocks after it. Example: `Solution:` */
	leads: z.literal(true).optional(),
});

const sectionSchema = z.object({
	/** Id and words as the page has them; null for what stands before the first heading. */
	heading: z.object({ id: z.string(), text: z.string() }).nullable(),
	blocks: z.array(blockSchema),
});

/** What the build leaves of the texts of some neighbouring articles, by their ids, so that the Worker need not read Markdown. */
export const sectionsFileSchema = z.record(z.string(), z.array(sectionSchema));

export type Block = z.infer<typeof blockSchema>;

/** What stands below one heading of an article, up to the next one. */
export type Section = z.infer<typeof sectionSchema>;

/** Articles of one file: few enough to be read for a question, and so many that the files of a large centre stay few. */
export const articlesOfFile = 16;

/** Where the site's build leaves the sections of some articles of a language. */
export const sectionsPath = (locale: string, file: number) => `/_site/sections/${locale}/${file}.json`;
