import * as z from "zod";
import type { Gap, GapsReport } from "#contract/gaps.ts";
import { gapDiagnoses } from "#site/schemas/gaps.ts";
import { articleId } from "#site/schemas/shared.ts";

const count = z.number().min(0);
const share = z.object({ n: count, answered: z.number().nullable() });

const gapSchema = z.object({
	id: z.string().regex(/^[0-9a-f]{12}$/),
	query: z.string().min(1),
	phrasings: z.array(z.object({ query: z.string().min(1), searches: count })),
	searches: count,
	visitors: count,
	zero: count,
	refined: count,
	ticketed: count,
	abandoned: count,
	previous: count,
	firstSeen: z.string(),
	lastSeen: z.string(),
	trend: z.array(z.object({ day: z.string(), value: z.number() })),
	told: z.array(z.string()),
	diagnosis: z.enum(gapDiagnoses),
	article: z.object({ id: articleId, title: z.string(), url: z.string() }).nullable(),
	action: z.string(),
	landed: z.object({ since: z.string(), before: share, after: share }).nullable(),
	state: z.enum(["open", "watching", "closed", "failing"]),
}) satisfies z.ZodType<Gap>;

const reportSchema = z.object({ from: z.string(), to: z.string(), sample: z.boolean(), gaps: z.array(gapSchema) }) satisfies z.ZodType<GapsReport>;

/** A report, or where it is none. Fields that nobody knows yet are left out. */
export function readGapsReport(value: unknown): { report: GapsReport; problems: [] } | { report: null; problems: string[] } {
	const { success, data, error } = reportSchema.safeParse(value);
	if (success) return { report: data, problems: [] };
	return { report: null, problems: error.issues.slice(0, 5).map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`) };
}
