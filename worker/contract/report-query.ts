import * as z from "zod";

const days = z.coerce.number().int().min(1).max(366);

/** Query of `GET /api/reports/learned-searches`. */
export const learnedSearchesQuery = z.object({
	/** Length of the period in days. Default: 90 */
	days: days.default(90),
	/** Fewest distinct visitors of one day; what one person alone asked is never told. Default: 3 */
	minimum: z.coerce.number().int().min(2).max(1000).default(3),
});
