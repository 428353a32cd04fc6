import type { Env } from "../env.ts";
import { reserveTokens, settleTokens } from "../queries/answer-tokens.ts";
import type { Message } from "./provider/provider.ts";

/** Tokens of a day where `ANSWER_DAILY_TOKENS` says nothing: some hundred answers. */
const usual = 200_000;

/** Characters of a token, at least: the least of our languages, so that a guess is never too low by much. */
const charactersOfToken = 2.5;

/** Tokens that a day may cost. What is no number stands for none, as nobody meant "without end". */
function dailyTokens({ ANSWER_DAILY_TOKENS: setting = "" }: Pick<Env, "ANSWER_DAILY_TOKENS">): number {
	const tokens = setting.trim() === "" ? usual : Number(setting);
	return Number.isFinite(tokens) ? Math.max(0, tokens) : 0;
}

/** How many tokens messages have, about; rather too many than too few. */
export function tokensOf(messages: readonly Message[]): number {
	return Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / charactersOfToken);
}

/** Takes an answer's tokens out of the day's budget. False where they are used up. */
export function reserve(env: Pick<Env, "DB" | "ANSWER_DAILY_TOKENS">, day: string, tokens: number): Promise<boolean> {
	return reserveTokens(env.DB, { day, tokens, most: dailyTokens(env) });
}

/** Settles what was taken with what the provider says it was; a count that stays too high for a day harms nobody. */
export async function settle(env: Pick<Env, "DB">, day: string, { reserved, spent }: { reserved: number; spent: number }): Promise<void> {
	if (spent === reserved) return;
	await settleTokens(env.DB, { day, tokens: Math.round(spent) - reserved }).catch(() => undefined);
}
