import type { Env } from "../env.ts";
import { dayMs } from "./days.ts";
import { isSigned, sign } from "./signing.ts";

/** When links to a ticket's files end: with its text. Epoch milliseconds. */
export function filesEndAt(createdAt: number, retentionDays: number): number {
	return createdAt + retentionDays * dayMs;
}

/** Path of a file that whoever has it may open until a moment (epoch milliseconds). */
export async function fileLink(env: Env, id: string, until: number): Promise<string> {
	const seconds = String(Math.floor(until / 1000));
	return `/files/t/${id}?exp=${seconds}&sig=${await sign(env, "file", `${id}.${seconds}`)}`;
}

/** Whether a link to a file is this Worker's and has not ended. */
export async function holdsFileLink(env: Env, id: string, query: { exp: string; sig: string }, now: number): Promise<boolean> {
	const signed = await isSigned(env, "file", `${id}.${query.exp}`, query.sig);
	return signed && Number(query.exp) * 1000 > now;
}
