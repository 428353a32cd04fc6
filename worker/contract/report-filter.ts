import { z } from "zod";

/** What a reader held: as coarse as it may be, and known of everybody. */
export const segments = ["phone", "computer"] as const;
export type Segment = (typeof segments)[number];

const day = z.iso.date({ error: "must be a day like 2026-11-20" });
const longestDays = 366;

/** Nothing was chosen: a form sends its empty fields, too. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/**
 * Query of every report page and of `/api/reports/…`: which days, and whose. Either `days` up to today, or `from` and `to`.
 * Days are those of the desk's time zone.
 */
export const reportFilterSchema = z
	.object({
		/** Length of the period in days, today included. Default: 30 */
		days: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().min(1).max(longestDays).default(30)),
		/** First day. With `to`; then `days` is not looked at. */
		from: orNothing(day),
		/** Last day, included. */
		to: orNothing(day),
		/** Only readers of this locale. Example: `de` */
		locale: orNothing(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
		/** Only what belongs to this top category of articles. Example: `reporting` */
		category: orNothing(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
		/** Only readers with this kind of device. */
		segment: orNothing(z.enum(segments)),
		/** Inputs of the value of self-service; each replaces what is measured. Visits that looked for a person. */
		visits: orNothing(z.coerce.number().int().min(0).max(1e9)),
		/** Deflection rate in per cent. Example: `35` */
		rate: orNothing(z.coerce.number().min(0).max(100)),
		/** Cost of a ticket in the report's currency. Default: 15 */
		cost: orNothing(z.coerce.number().min(0).max(10_000)),
	})
	.refine(({ from, to }) => (from === undefined) === (to === undefined), { error: "from and to belong together", path: ["to"] })
	.refine(({ from, to }) => from === undefined || to === undefined || from <= to, { error: "is before from", path: ["to"] })
	.refine(({ from, to }) => from === undefined || to === undefined || (Date.parse(to) - Date.parse(from)) / 86_400_000 < longestDays, {
		error: `is more than ${longestDays} days after from`,
		path: ["to"],
	});

export type ReportQuery = z.output<typeof reportFilterSchema>;

/** A report's period and readers, with the period of the same length before it. */
export interface ReportFilter {
	/** First and last day, both included. */
	from: string;
	to: string;
	/** Length in days. */
	days: number;
	/** The period before. */
	before: { from: string; to: string };
	locale?: string | undefined;
	category?: string | undefined;
	segment?: Segment | undefined;
	/** Inputs of the value of self-service, where somebody has put them in; the rate in per cent. */
	visits?: number | undefined;
	rate?: number | undefined;
	cost?: number | undefined;
}
