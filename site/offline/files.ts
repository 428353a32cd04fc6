import { open, put, type Kind } from "./kept.ts";
import { isKeepable } from "./requests.ts";

/** Takes work that need not be waited for, but must end. */
export type Later = (work: Promise<unknown>) => void;

async function load(kind: Kind, request: Request, later: Later): Promise<Response> {
	const response = await fetch(request);
	// A full storage costs the copy, nothing else.
	if (isKeepable(response)) later(put(kind, request, response.clone()).catch(() => undefined));
	return response;
}

async function find(kind: Kind, request: Request): Promise<Response | undefined> {
	return (await open(kind)).match(request, { ignoreVary: true });
}

/** A file whose name changes with its content: the copy; else from the network, and kept. */
export async function unchanging(kind: Kind, request: Request, later: Later): Promise<Response> {
	return (await find(kind, request).catch(() => undefined)) ?? load(kind, request, later);
}

/** A file that may change: from the network, and kept; the copy where that fails. */
export async function changing(kind: Kind, request: Request, later: Later): Promise<Response> {
	try {
		return await load(kind, request, later);
	} catch {
		return (await find(kind, request)) ?? Response.error();
	}
}
