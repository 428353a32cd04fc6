import * as z from "zod";
import { addressKey, addressProblem, redirectShard } from "#contract/old-addresses.ts";
import type { Env } from "../env.ts";

const shardSchema = z.record(z.string(), z.string());

/**
 * Where an old address leads now, with the query that came along; null when it is not known as one.
 * A path is looked for as it is, then whatever its capitals; with or without slash at the end.
 */
export async function findOldAddress({ ASSETS }: Pick<Env, "ASSETS">, url: URL): Promise<string | null> {
	const key = addressKey(url.pathname);
	if (key === "") return null;
	const response = await ASSETS.fetch(new Request(`https://assets.local${redirectShard(key)}`));
	if (!response.ok) return null;
	const shard = shardSchema.parse(await response.json());
	const target = Object.hasOwn(shard, key) ? shard[key] : Object.entries(shard).find(([old]) => old.toLowerCase() === key.toLowerCase())?.[1];
	// The build refuses such a target; a redirect to another site is bad enough to ask twice.
	if (target === undefined || addressProblem(target)) return null;
	const there = new URL(target, url.origin);
	for (const [name, value] of url.searchParams) there.searchParams.append(name, value);
	return `${there.pathname}${there.search}${there.hash}`;
}
