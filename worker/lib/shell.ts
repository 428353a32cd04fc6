import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { oneDirection } from "#contract/plain-line.ts";
import type { App } from "../env.ts";
import { readSite } from "./site.ts";

/** Finished HTML: `html` templates escape what they are given. */
export type View = HtmlEscapedString | Promise<HtmlEscapedString>;

interface PageOptions {
	title?: string;
	status?: number;
	/** The empty page: `report` brings the look and the script of the manager's pages. Default: the one for readers */
	shell?: "report";
	/** Whether seeing it counts as a page view. Default: true */
	counted?: boolean;
}

/** Answers with a built page, changed by the rewriter, never cached, with the site's content policy. */
export async function renderPage(c: Context<App>, path: string, rewriter: HTMLRewriter, status = 200): Promise<Response> {
	const [site, page] = await Promise.all([readSite(c.env), c.env.ASSETS.fetch(new Request(new URL(path, c.req.url)))]);
	if (!page.ok) throw new Error(`the page ${path} is missing from the build (${page.status})`);
	const response = new Response(page.body, {
		status,
		headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "content-security-policy": site.csp },
	});
	return rewriter.transform(response);
}

/** Puts a view into the empty page that the site's build made for the Worker, with the site's header and footer. */
export async function renderShell(c: Context<App>, view: View, { title = "", status = 200, counted = true, shell }: PageOptions = {}): Promise<Response> {
	const body = oneDirection(String(await view));
	const site = await readSite(c.env);
	const rewriter = new HTMLRewriter()
		.on("title", { element: (element) => void element.setInnerContent(title ? `${title} · ${site.name}` : site.name) })
		.on("[data-worker-view]", { element: (element) => void element.setInnerContent(body, { html: true }) });
	if (!counted) rewriter.on("body", { element: (element) => void element.setAttribute("data-uncounted", "") });
	return renderPage(c, shell === "report" ? "/worker-shell/report/" : "/worker-shell/", rewriter, status);
}
