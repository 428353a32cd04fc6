import { count, type Report } from "./summary.ts";

/** For programs: `{articles, errors, warnings, overdue, findings}`; `overdue` only where an owner was asked for. */
export function json({ articles, findings, overdue }: Report): string {
	return JSON.stringify({ articles, ...count(findings), overdue, findings }, null, "\t");
}
