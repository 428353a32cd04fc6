import { plainLine } from "#contract/plain-line.ts";
import { plural } from "./plural.ts";

/** A place in a file; both count from 1. */
export interface Place {
	line: number;
	column: number;
}

/** A change of one file that mends a finding and cannot harm. Offsets count UTF-16 units of the file's text. */
export interface Fix {
	/** Path below the content folder; a file that is not there is an empty text. */
	path: string;
	start: number;
	/** What stands before it, from `start` on, is replaced. */
	end: number;
	text: string;
}

/** One thing a writer has to know: what is wrong, why it matters, what to do. Finding is separate from printing. */
export interface Finding extends Place {
	/** Group and name. Example: `front-matter/value` */
	rule: string;
	/** An error stops the build and `npm run check`; a warning does not. */
	level: "error" | "warning";
	/** Path as a person would type it. */
	file: string;
	/** What was found. */
	what: string;
	/** Why that is a problem. */
	why: string;
	/** What to do about it. */
	remedy: string;
	/** The field of the front matter or data file, with dots. Example: `related.0` */
	field?: string;
	/** The value as written. */
	found?: string;
	/** What may stand there. */
	allowed?: string[];
	/** What `npm run check -- --fix` does about it; absent where a person has to decide. */
	fix?: Fix;
}

/** Numbers of errors and warnings. */
export function countFindings(findings: readonly Pick<Finding, "level">[]): { errors: number; warnings: number } {
	const errors = findings.filter(({ level }) => level === "error").length;
	return { errors, warnings: findings.length - errors };
}

/** The content cannot be used as it is. The message is for the person who wrote it. */
export class ContentError extends Error {
	override name = "ContentError";
}

/** One finding as text: place, level, rule and what; then why and what to do, indented. */
export function describeFinding(finding: Finding): string {
	const { file, line, column, level, rule, what, why, remedy } = finding;
	return `${plainLine(file)}:${line}:${column}  ${level}  ${rule}  ${plainLine(what)}\n  Why: ${plainLine(why)}\n  Do:  ${plainLine(remedy)}`;
}

/** All findings as the text of one error, for the build. */
export function describeFindings(findings: Finding[]): string {
	return [`${plural(findings.length, "problem")} in the content. Nothing was built.`, ...findings.map(describeFinding)].join("\n\n");
}
