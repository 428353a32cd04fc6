import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import type { Answer } from "./compressed-front.ts";

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".json": "application/json",
	".svg": "image/svg+xml",
	".xml": "application/xml",
	".txt": "text/plain; charset=utf-8",
	".woff2": "font/woff2",
};

/** Answers with the files of a folder, as a static host does. */
export function fromFolder(folder: string): Answer {
	return async (request) => {
		const path = normalize(decodeURIComponent(new URL(request.url).pathname));
		const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
		if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return Promise.resolve(new Response("not found", { status: 404 }));
		const cacheControl = path.startsWith("/_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
		const headers = { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": cacheControl };
		return Promise.resolve(new Response(readFileSync(file), { headers }));
	};
}

/** Answers with what a server at `upstream` says, as if the request had been made there. */
export function fromServer(upstream: string): Answer {
	return async (request) => {
		const { pathname, search } = new URL(request.url);
		const headers = new Headers(request.headers);
		headers.set("accept-encoding", "identity");
		if (headers.has("origin")) headers.set("origin", upstream);
		const body = request.method === "GET" || request.method === "HEAD" ? {} : { body: await request.arrayBuffer() };
		return fetch(upstream + pathname + search, { method: request.method, headers, redirect: "manual", ...body });
	};
}
