import { listRead, markKept, titleOf, type PageRead, type Why } from "./html.ts";
import { momentOf, open } from "./kept.ts";
import { mayKeep, standInsFor } from "./requests.ts";

/** A page as it was kept, saying so; undefined where there is none. */
export async function keptPage(path: string, why: Why): Promise<Response | undefined> {
	const kept = mayKeep(path) ? await (await open("pages")).match(path) : undefined;
	return kept && new Response(markKept(await kept.text(), momentOf(kept), why), kept);
}

/** What is shown instead of a page that is not kept: for a search the search page, else the one that lists what was read. */
export async function standIn(path: string): Promise<Response | undefined> {
	const cache = await open("standIns");
	for (const candidate of standInsFor(path)) {
		const kept = await cache.match(candidate);
		if (kept) return new Response(listRead(markKept(await kept.text(), momentOf(kept), "lost"), await pagesRead()), kept);
	}
	return undefined;
}

/** The pages that were read, the last one first. */
async function pagesRead(): Promise<PageRead[]> {
	const cache = await open("pages");
	const read: PageRead[] = [];
	for (const key of await cache.keys()) {
		const html = await (await cache.match(key))?.text();
		if (html) read.unshift({ path: new URL(key.url).pathname, title: titleOf(html) });
	}
	return read;
}
