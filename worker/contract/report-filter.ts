import * as z from "zod";

/** What a reader held: as coarse as it may be, and known of everybody. */
export const segments = ["phone", "computer"] as const;
export type Segment = (typeof segments)[number];

const day = z.iso
	.date({ error: "must be a day like 2026-11-20" })
	.refine((value) => value >= "2000-01-01" && value <= "2999-12-31", { error: "must be a day of the years 2000 to 2999" });
const longestDays = 366;
const wholeDays = { error: `must be a whole number from 1 to ${longestDays}` };

/** Nothing was chosen: a form sends its empty fields, too. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** A number from 0 up. */
function number(most: number) {
	const words = { error: `must be a number from 0 to ${most.toLocaleString("en")}` };
	return z.coerce.number(words).min(0, words).max(most, words);
}

/**
 * Query of every report page and of `/api/reports/…`: which days, and whose. Either `days` up to today, or `from` and `to`.
 * Days are those of the desk's time zone.
 */
export const reportFilterSchema = z
	.object({
		/** Length of the period in days, today included. Default: 30 */
		days: z.preprocess(
			(value) => (value === "" ? undefined : value),
			z.coerce.number(wholeDays).int(wholeDays).min(1, wholeDays).max(longestDays, wholeDays).default(30),
		),
		/** First day. With `to`; then `days` is not looked at. */
		from: orNothing(day),
		/** Last day, included. */
		to: orNothing(day),
		/** Only readers of this locale. Example: `de` */
		locale: orNothing(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "must be a language like en or pt-BR" })),
		/** Only what belongs to this top category of articles. Example: `reporting` */
		category: orNothing(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "must be a category's name in addresses, like reporting" })),
		/** Only readers with this kind of device. */
		segment: orNothing(z.enum(segments, { error: `must be ${segments.join(" or ")}` })),
		/** Inputs of the value of self-service; each replaces what is measured. Visits that looked for a person. */
		visits: orNothing(number(1e9).refine(Number.isInteger, { error: "must be a whole number" })),
		/** Deflection rate in per cent. Example: `35` */
		rate: orNothing(number(100)),
		/** Cost of a ticket in the report's currency. Default: 15 */
		cost: orNothing(number(10_000)),
	})
	.refine(({ from, to }) => (from === undefined) === (to === undefined), { error: "goes together with “from”: give both days", path: ["to"] })
	.refine(({ from, to }) => from === undefined || to === undefined || from <= to, { error: "is before “from”", path: ["to"] })
	.refine(({ from, to }) => from === undefined || to === undefined || (Date.parse(to) - Date.parse(from)) / 86_400_000 < longestDays, {
		error: `is more than ${longestDays} days after “from”`,
		path: ["to"],
	});

/** Names that a query may have; others say nothing. */
export const filterNames = Object.keys(reportFilterSchema.shape);

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
