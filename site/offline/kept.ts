/** Entries of each cache at most, by what it keeps; what was not used for longest goes first. */
export const most = { pages: 60, standIns: 20, parts: 300, search: 1000 };

/** What a cache keeps: pages that were read, pages that stand in for others, what pages need, and what searches need. */
export type Kind = keyof typeof most;

/** Begins the names of all our caches. */
const ours = "tier-zero-";

/** The name of a cache. Another number lets every browser begin anew. */
const nameOf = (kind: string) => `${ours}${kind}-1`;

/** Opens a cache. */
export function open(kind: Kind): Promise<Cache> {
	return caches.open(nameOf(kind));
}

/** Takes away the entries that are too many, the oldest first: a cache lists them in the order in which they came. */
export async function trim(cache: Pick<Cache, "keys" | "delete">, limit: number): Promise<void> {
	const youngestFirst = [...(await cache.keys())].reverse();
	for (const key of youngestFirst.slice(limit)) await cache.delete(key);
}

/** Keeps something as the youngest of its kind. */
export async function put(kind: Kind, key: RequestInfo, response: Response): Promise<void> {
	const cache = await open(kind);
	await cache.put(key, response);
	await trim(cache, most[kind]);
}

/** Takes away what an earlier version has kept; with `everything` what this one has, too. */
export async function clear(everything: boolean): Promise<void> {
	const living = everything ? [] : Object.keys(most).map(nameOf);
	for (const name of await caches.keys()) if (name.startsWith(ours) && !living.includes(name)) await caches.delete(name);
}

/** Says when a page was kept, in epoch milliseconds. */
const keptAt = "x-kept-at";

/** A page as it is kept: with the moment. */
export function withMoment(html: string, { headers }: Response): Response {
	return new Response(html, { headers: [...headers, [keptAt, String(Date.now())]] });
}

/** When a page was kept, epoch milliseconds. */
export function momentOf({ headers }: Response): number {
	return Number(headers.get(keptAt));
}
