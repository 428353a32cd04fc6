import * as z from "zod";

/** An article's id: its path below `articles/<locale>/` without extension. Example: `data-entry/add-esg-data` */
export const articleId = z
	.string()
	.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "must be an article id like `data-entry/add-esg-data` (no leading slash, no extension)");

/** A calendar day. YAML hands over a Date or a string; both become `YYYY-MM-DD`. */
export const isoDate = z.preprocess(
	(value) => (value instanceof Date && !Number.isNaN(value.valueOf()) ? value.toISOString().slice(0, 10) : value),
	z.iso.date("must be a day like `2026-09-14`"),
);

/** A length of time in words. Example: `6 months` */
export const reviewInterval = z.string().regex(/^\d{1,3} (days?|weeks?|months?|years?)$/, "must be a length of time like `6 months` or `2 weeks`");

/** A short id used as key across files. Example: `billing-account` */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");

/** A wall-clock time. Example: `09:00` */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like `09:00`");

/** Minutes as a number, or hours and minutes in words. Example: `15 min`, `4 h`, `1 h 30 min`. Output: minutes. */
export const minutes = z
	.string()
	.regex(/^(\d+ h)?( ?\d+ min)?$/, "must be a length of time like `15 min` or `4 h`")
	.transform((text) => {
		const hours = /(\d+) h/.exec(text)?.[1] ?? "0";
		const rest = /(\d+) min/.exec(text)?.[1] ?? "0";
		return Number(hours) * 60 + Number(rest);
	})
	.refine((value) => value > 0, "must be longer than nothing");
