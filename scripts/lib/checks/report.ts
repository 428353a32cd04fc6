import type { Finding, Fix, Place } from "#site/lib/finding.ts";
import type { Article } from "./model.ts";

type Words = Pick<Finding, "what" | "why" | "remedy">;

/** An error at a place in a file. */
export function error(rule: string, { file }: { file: string }, { line, column }: Place, words: Words): Finding {
	return { rule, level: "error", file, line, column, ...words };
}

/** A warning at a place in a file. */
export function warning(rule: string, where: { file: string }, place: Place, words: Words): Finding {
	return { ...error(rule, where, place, words), level: "warning" };
}

/** The finding with what mends it, where something does. */
export function withFix(finding: Finding, fix: Fix | undefined): Finding {
	return fix ? { ...finding, fix } : finding;
}

/** The first line of an article's text, for findings about the article as a whole. */
export function startOfBody({ frontMatter }: Article): Place {
	return { line: frontMatter.bodyLine, column: 1 };
}
