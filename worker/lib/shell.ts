import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { oneDirection } from "#contract/plain-line.ts";
import type { App } from "../env.ts";
import { readSite } from "./site.ts";
import type { Speech } from "./speech.ts";

/** Finished HTML: `html` templates escape what they are given. */
export type View = HtmlEscapedString | Promise<HtmlEscapedString>;

interface PageOptions {
	title?: string;
	status?: number;
	/** The empty page: `report` brings the look and the script of the manager's pages. Default: the one for readers */
	shell?: "report";
	/** The language of the view. Default: that of the pages for the people who run the centre */
	speech?: Speech;
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

/** The empty page of a language, where the site's build has one; else the one for all, whose place for the view is marked as being in that language. */
async function shellFor(c: Context<App>, { base, locale, dir }: Speech): Promise<{ path: string; mark: { lang: string; dir: string } | null }> {
	const path = `${base}/worker-shell/`;
	return (await isThere()) ? { path, mark: null } : { path: "/worker-shell/", mark: { lang: locale, dir } };

	async function isThere(): Promise<boolean> {
		if (base === "") return locale === (await readSite(c.env)).defaultLocale;
		return (await c.env.ASSETS.fetch(new Request(new URL(path, c.req.url), { method: "HEAD" }))).ok;
	}
}

/** Puts a view into the empty page that the site's build made for the Worker, with the site's header and footer. */
export async function renderShell(
	c: Context<App>,
	view: View,
	{ title = "", status = 200, counted = true, shell, speech }: PageOptions = {},
): Promise<Response> {
	const body = oneDirection(String(await view));
	const name = speech?.siteName ?? (await readSite(c.env)).name;
	const { path, mark } = speech ? await shellFor(c, speech) : { path: shell === "report" ? "/worker-shell/report/" : "/worker-shell/", mark: null };
	const rewriter = new HTMLRewriter()
		.on("title", { element: (element) => void element.setInnerContent(title ? `${title} · ${name}` : name) })
		.on("[data-worker-view]", { element: (element) => void element.setInnerContent(body, { html: true }) });
	if (mark) rewriter.on("[data-worker-view]", { element: (element) => void element.setAttribute("lang", mark.lang).setAttribute("dir", mark.dir) });
	if (!counted) rewriter.on("body", { element: (element) => void element.setAttribute("data-uncounted", "") });
	return renderPage(c, path, rewriter, status);
}
