import * as z from "zod";

/** Query of `/manage/audit`. */
export const auditQuery = z.object({
	/** Id of an entry: only older ones are shown. Default: the newest */
	before: z.coerce.number().int().positive().optional(),
});
