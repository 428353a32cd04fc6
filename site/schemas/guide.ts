import * as z from "zod";

/** Front matter of a chapter of the writers' guide. The file's name is the last part of its address. */
export const guideSchema = z.strictObject({
	/** What the chapter is about; its heading and its line in the list of chapters. Example: `Write for search` */
	title: z.string().trim().min(3).max(60),

	/** One sentence that says what a writer learns here. */
	summary: z.string().trim().min(20).max(240),

	/** Place among the chapters, from 1; no two have the same. */
	order: z.int().min(1),
});
