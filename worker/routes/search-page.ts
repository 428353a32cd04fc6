import { Hono } from "hono";
import type { App } from "../env.ts";
import { renderPage } from "../lib/shell.ts";

/** `GET /search/?q=`: the search page with the words in its box; the page's script, where there is one, searches. */
export const searchPage = new Hono<App>().get("/", (c) => {
	const query = (c.req.query("q") ?? "").slice(0, 200);
	const rewriter = new HTMLRewriter().on("[data-search-form] input[name=q]", { element: (element) => void element.setAttribute("value", query) });
	return renderPage(c, "/search/", rewriter);
});
