import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { languageOf } from "../lib/page-language.ts";
import { searchSite } from "../lib/site-search.ts";
import { setValue } from "../lib/set-value.ts";
import { renderPage } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { speakIn } from "../lib/speech.ts";
import { noSearchView, resultsView, type SearchPageWords } from "../pages/results-view.ts";
import { notFoundPage } from "./not-found-page.ts";

/**
 * `GET /search/?q=`, and `/de/search/` in another language: the search page with answers in it, so that it works without JavaScript.
 * The same pipeline runs here over the compact index alone; the page's script, where there is one, adds full text and takes over.
 * The page itself is for search engines too; what it answers is not.
 */
export const searchPage = new Hono<App>().get("/", async (c) => {
	const site = await readSite(c.env);
	const { locale, base } = languageOf(c.req.path, site);
	// An article may be called so, too.
	if (!c.req.path.startsWith(`${base}/search`)) return notFoundPage(c);
	const query = (c.req.query("q") ?? "").slice(0, limits.query).toWellFormed();
	const filters = { category: c.req.query("category") ?? "", type: c.req.query("type") ?? "" };
	const rewriter = new HTMLRewriter().on("[data-search-form] input[name=q]", { element: (element) => setValue(element, query) });
	if (query.trim().length > 1) {
		const answer = await searchSite(c.env, query, filters, base);
		const { t, say } = speakIn(site, locale);
		const words: SearchPageWords = { t: t.search, say, base };
		rewriter.on(".search-page", { element: (element) => void element.setAttribute("data-asked", "") });
		const body = String(await (answer ? resultsView(answer, words) : noSearchView(query, words)));
		rewriter.on("[data-search-results]", { element: (element) => void element.setInnerContent(body, { html: true }) });
	}
	const page = await renderPage(c, `${base}/search/`, rewriter);
	// Nobody's words are in it: a browser may keep it, for searches without a connection.
	if (new URL(c.req.url).search === "") page.headers.set("cache-control", "no-cache");
	else page.headers.set("x-robots-tag", "noindex");
	return page;
});
