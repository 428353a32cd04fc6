import { readFileSync } from "node:fs";
import type { Answer } from "./compressed-front.ts";
import { folderFile } from "./folder-file.ts";

/** Answers with the files of a folder, as a static host does. */
export function fromFolder(folder: string): Answer {
	return async (request) => {
		const found = folderFile(folder, new URL(request.url).pathname);
		if (!found) return Promise.resolve(new Response("not found", { status: 404 }));
		const { path, file, type = "application/octet-stream" } = found;
		const cacheControl = path.startsWith("/_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
		const headers = { "content-type": type, "cache-control": cacheControl };
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

/** Answers as a network of caches in front does: static files, which are those with an `etag`, are asked for once. */
export function fromEdge(answer: Answer): Answer {
	const kept = new Map<string, Response>();
	return async (request) => {
		const key = `${request.method} ${request.url}`;
		const response = kept.get(key) ?? (await answer(request));
		if (request.method === "GET" && response.status === 200 && response.headers.has("etag")) kept.set(key, response);
		return response.clone();
	};
}
