import * as z from "zod";
import type { Env } from "../env.ts";

/** `/trees.json`, as the build writes it (`site/integrations/trees.ts`). */
const listSchema = z.array(z.object({ article: z.string(), tree: z.string() }));

const loaded = new Map<string, ReadonlyMap<string, string>>();

/**
 * Addresses of the guided troubleshooters of a language by article id; read once an isolate. None where the list is missing or cannot be
 * read now: an answer is one without it, too.
 *
 * @param base begins the addresses of the language
 */
export async function treesOf({ ASSETS }: Pick<Env, "ASSETS">, base: string): Promise<ReadonlyMap<string, string>> {
	const known = loaded.get(base);
	if (known) return known;
	const response = await ASSETS.fetch(new Request(`https://assets.local${base}/trees.json`));
	const list = response.ok ? listSchema.parse(await response.json()) : [];
	const trees = new Map(list.map(({ article, tree }) => [article, tree]));
	if (response.status < 500) loaded.set(base, trees);
	return trees;
}
