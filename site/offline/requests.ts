/**
 * What becomes of a request:
 * - `page`: from the network; where that fails or is slow, the copy that was kept, else the page that says so
 * - `asset`, and `index` for files of the search index: the name changes with the content, so a copy is as good
 * - `brand`, for the logo, and `root` for what names the files of the index: from the network, else the copy
 * - `network`: as if there were no service worker
 */
export type Way = "page" | "asset" | "index" | "brand" | "root" | "network";

/** Pages with a fresh key or somebody's own data, in whatever language, and what is no page for readers. */
const notKept = /^(\/[a-z]{2,3}(-\w+)*)?\/(manage|api|status|vote|contact|search|files|_site)([/.]|$)/i;

/** Whether a page with this path may be kept, if its answer allows it too. */
export function mayKeep(path: string): boolean {
	return !notKept.test(path);
}

/** Which way a request takes. @param ours the origin of the centre */
export function wayOf({ method, mode, url }: Pick<Request, "method" | "mode" | "url">, ours: string): Way {
	const { origin, pathname } = new URL(url);
	if (method !== "GET" || origin !== ours) return "network";
	if (mode === "navigate") return "page";
	if (pathname.startsWith("/_astro/")) return "asset";
	if (pathname.startsWith("/brand/")) return "brand";
	if (!/^(\/[^/]+)?\/search-index\//.test(pathname)) return "network";
	return pathname.endsWith("/index.json") ? "root" : "index";
}

/** Whether an answer may be kept: it is whole, from the address that was asked, and does not forbid it. */
export function isKeepable({ ok, redirected, headers }: Pick<Response, "ok" | "redirected" | "headers">): boolean {
	return ok && !redirected && !/no-store|private/.test(headers.get("cache-control") ?? "");
}

/** Pages that can stand in for one that was not kept, the best first: itself without its query, else what says that there is no connection. */
export function standInsFor(path: string): string[] {
	return [path.replace(/\/?$/, "/"), `${/^\/[^/]+/.exec(path)?.[0] ?? ""}/offline/`, "/offline/"];
}
