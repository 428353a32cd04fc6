import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Response, type Request } from "miniflare";

// Runs in Node, beside the Worker: its static files, and the network it thinks it calls.

const pages: Record<string, string> = {
	"/_site/manifest.json": "manifest.json",
	"/contact/": "contact.html",
	"/worker-shell/": "worker-shell.html",
	"/search/": "search.html",
	"/404.html": "404.html",
};

/** The built site, as small as the Worker's pages allow. */
export function serveSite(request: Request): Response {
	const file = pages[new URL(request.url).pathname];
	if (!file) return new Response("not found", { status: 404 });
	const type = file.endsWith(".json") ? "application/json" : "text/html; charset=utf-8";
	return new Response(readFileSync(new URL(`site/${file}`, import.meta.url), "utf8"), { headers: { "content-type": type } });
}

/** Nothing leaves the tests: what no test has replaced arrives here. `moved` and `silent` behave as their names say. */
export async function answerOutbound(request: Request): Promise<Response> {
	const { hostname } = new URL(request.url);
	if (hostname === "moved.example") return new Response(null, { status: 307, headers: { location: "https://elsewhere.example/" } });
	if (hostname === "silent.example") await setTimeout(1000);
	if (hostname === "elsewhere.example" || hostname === "silent.example") return Response.json({ reference: "followed" });
	return new Response(`no test expects a request to ${request.url}`, { status: 418 });
}
