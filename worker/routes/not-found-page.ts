import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { decodePercent } from "#contract/old-addresses.ts";
import { words } from "#site/search/normalise.ts";
import type { App } from "../env.ts";
import { findOldAddress } from "../lib/old-addresses.ts";
import { Problem } from "../lib/problem.ts";
import { meansProtected } from "../lib/protected-address.ts";
import { setValue } from "../lib/set-value.ts";
import { languageOf } from "../lib/page-language.ts";
import { renderPage } from "../lib/shell.ts";
import { searchSite } from "../lib/site-search.ts";
import { readSite } from "../lib/site.ts";
import { speakIn } from "../lib/speech.ts";
import { meantView } from "../pages/results-view.ts";

/** Everything that is neither a file of the site nor a route: on to where an old address leads, else the site's 404 page, with the words of the address in its search box and what they find. */
export async function notFoundPage(c: Context<App>): Promise<Response> {
	const { path } = c.req;
	if (meansProtected(path)) throw new Problem("forbidden");
	if (!["GET", "HEAD"].includes(c.req.method)) throw new Problem("method-not-allowed", { headers: { allow: "GET, HEAD" } });
	if (/\/(?:search|contact)$/.test(path)) {
		// The host asks the Worker first where such a page may be another language's search or contact page; this one is an article's or a topic's.
		const page = await c.env.ASSETS.fetch(new Request(new URL(`${path}/`, c.req.url)));
		if (page.ok) return renderPage(c, `${path}/`, new HTMLRewriter());
	}
	const moved = await findOldAddress(c.env, new URL(c.req.url));
	if (moved !== null) return c.redirect(moved, 301);
	const site = await readSite(c.env);
	const { locale, base } = languageOf(path, site);
	const query = words(decodePercent(path))
		.filter((word) => !/^(?:html?|php|aspx?|en)$/.test(word) && `/${word}` !== base)
		.slice(0, 12)
		.join(" ")
		.slice(0, limits.query);
	const rewriter = new HTMLRewriter().on("[data-not-found-search] input[name=q]", { element: (element) => setValue(element, query) });
	const answer = query.length > 1 ? await searchSite(c.env, query, {}, base) : null;
	const body = answer ? String(await meantView(answer, speakIn(site, locale).t.search)) : "";
	if (body) rewriter.on("[data-not-found-results]", { element: (element) => void element.setInnerContent(body, { html: true }) });
	return renderPage(c, base === "" ? "/404.html" : `${base}/404/`, rewriter, 404);
}
