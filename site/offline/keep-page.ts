import { importsOf, offlinePageOf, partsOf } from "./html.ts";
import { momentOf, open, put, withMoment } from "./kept.ts";
import { isKeepable, mayKeep } from "./requests.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Asks for something to keep, after what readers wait for; undefined where it must not be kept. */
async function load(path: string, cache: RequestCache): Promise<Response | undefined> {
	const response = await fetch(path, { cache, priority: "low" });
	return isKeepable(response) ? response : undefined;
}

/** Keeps what a page needs. The browser's own cache has most of it; put here again, it is young again. */
async function keepParts(html: string, islands = false): Promise<void> {
	const paths = new Set(partsOf(html, islands));
	// The set grows while it is walked: a script loads others.
	for (const path of paths) {
		const response = await load(path, "force-cache");
		if (!response) continue;
		if (path.endsWith(".js")) for (const imported of importsOf(await response.clone().text())) paths.add(imported);
		await put("parts", path, response);
	}
}

/**
 * Keeps a page that stands in for others; anew once a day.
 * @param islands takes the code of its islands along. Default: no
 */
export async function keepStandIn(path: string, islands?: boolean): Promise<void> {
	const known = await (await open("standIns")).match(path);
	const response = known && Date.now() - momentOf(known) < dayMs ? undefined : await load(path, "no-cache");
	if (!response) return;
	const html = await response.text();
	await keepParts(html, islands);
	await put("standIns", path, withMoment(html, response));
}

/**
 * Keeps a page that a reader sees, with what it needs, and the page that stands in where there is none.
 *
 * @param fresh asks the host for the page as it is now; else the copy that the browser has just shown is taken
 * @returns whether the page is as it was kept before; undefined where it is none to keep
 */
export async function keepPage(url: string, fresh: boolean): Promise<boolean | undefined> {
	const { pathname } = new URL(url);
	const response = mayKeep(pathname) ? await load(pathname, fresh ? "no-cache" : "force-cache") : undefined;
	const html = await response?.text();
	const offlinePage = html && offlinePageOf(html);
	if (!response || !offlinePage) return undefined;
	const before = await (await (await open("pages")).match(pathname))?.text();
	await put("pages", pathname, withMoment(html, response));
	await keepParts(html);
	await keepStandIn(offlinePage);
	return before === html;
}

/** Keeps files whose names change with their content, and which are not kept yet. */
export async function keepFiles(paths: string[]): Promise<void> {
	for (const path of paths) {
		const response = await load(path, "force-cache");
		if (response) await put("search", path, response);
	}
}
