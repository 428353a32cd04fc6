import { count, type Report } from "./summary.ts";

/** For programs: `{articles, errors, warnings, findings}`. */
export function json({ articles, findings }: Report): string {
	return JSON.stringify({ articles, ...count(findings), findings }, null, "\t");
}
