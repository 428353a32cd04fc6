import { redact } from "#contract/redaction.ts";
import type { Env } from "../env.ts";

type Level = "info" | "warn" | "error";

/** Ids, names from our own files, numbers. Words of others only as `reason`, which loses what somebody may have typed. */
type Fields = Record<string, string | number | boolean | null | undefined>;

const longestWords = 200;

/**
 * Words that may hold what somebody sent, made fit for a log: messages quote what they stumbled over, so that everything between quotation
 * marks goes, and what looks like personal data, too.
 */
export function plainWords(words: string): string {
	const unquoted = words.replaceAll(/"[^"]*(?:"|$)|“[^”]*(?:”|$)|`[^`]*(?:`|$)|(?<![\p{L}\p{N}])'[^']*(?:'|$)/gu, "…");
	const plain = redact(unquoted);
	return plain.length > longestWords ? `${plain.slice(0, longestWords)}…` : plain;
}

/** What went wrong and where, without what it went wrong with. */
function describe(error: unknown): Fields {
	if (!(error instanceof Error)) return { error: typeof error };
	const at = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
	return { error: error.name, message: plainWords(error.message), ...(at && { at: at.trim().slice(0, longestWords) }) };
}

function write(level: Level, event: string, fields: Fields, error?: unknown): void {
	const about = { ...fields, ...(typeof fields["reason"] === "string" && { reason: plainWords(fields["reason"]) }) };
	const line = JSON.stringify({ level, event, ...about, ...(error !== undefined && describe(error)) });
	(level === "info" ? console.log : console.error)(line);
}

/** Writes down that something needs a look, as one line of JSON. @param event what happened, in the words of docs/runbook.md */
export function logError(event: string, fields: Fields = {}, error?: unknown): void {
	write("error", event, fields, error);
}

/** Writes down what somebody may have to know, but not at night. */
export function logWarning(event: string, fields: Fields = {}, error?: unknown): void {
	write("warn", event, fields, error);
}

/** Writes down what was done: deployed always, in development where `LOG_LEVEL` is `info`. */
export function logInfo({ MODE, LOG_LEVEL }: Pick<Env, "MODE" | "LOG_LEVEL">, event: string, fields: Fields): void {
	if (MODE === "production" || LOG_LEVEL === "info") write("info", event, fields);
}
