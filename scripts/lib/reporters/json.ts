import { countFindings } from "#site/lib/finding.ts";
import type { Report } from "./summary.ts";

/** For programs: `{articles, errors, warnings, overdue, findings}`; `overdue` only where an owner was asked for. */
export function json({ articles, findings, overdue }: Report): string {
	return JSON.stringify({ articles, ...countFindings(findings), overdue, findings }, null, "\t");
}
