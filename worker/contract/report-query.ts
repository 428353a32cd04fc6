import { z } from "zod";

/** Query of `GET /api/reports/overview` and `GET /manage`. */
export const reportQuery = z.object({
	/** Length of the period in days. Default: 30 */
	days: z.coerce.number().int().min(1).max(366).default(30),
});
