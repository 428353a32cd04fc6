import { changing, unchanging, type Later } from "./files.ts";
import { keptPage, standIn } from "./find-page.ts";
import { keepPage } from "./keep-page.ts";
import { keepSearch } from "./keep-search.ts";
import { clear } from "./kept.ts";
import { wayOf, type Way } from "./requests.ts";
import { scope, type PageMessageEvent, type RequestEvent } from "./scope.ts";

/** So long the network may take before the copy of a page is shown, if there is one. In milliseconds. */
const patienceMs = 3000;

/** A page from the network; where that fails or is slow, the copy that was kept; else one that says that there is no connection. */
async function answerPage({ request, preloadResponse }: RequestEvent): Promise<Response> {
	const { pathname } = new URL(request.url);
	const network = Promise.resolve(preloadResponse).then((loaded) => loaded ?? fetch(request));
	const patience = new Promise((done) => setTimeout(done, patienceMs));
	try {
		return await Promise.race([network, patience.then(() => keptPage(pathname, "slow")).then((copy) => copy ?? network)]);
	} catch {
		return (await keptPage(pathname, "lost")) ?? (await standIn(pathname)) ?? Response.error();
	}
}

async function answerRoot({ request }: RequestEvent, later: Later): Promise<Response> {
	const response = await changing("search", request, later);
	later(keepSearch(response.clone(), request.url).catch(() => undefined));
	return response;
}

const answers: Record<Exclude<Way, "network">, (event: RequestEvent, later: Later) => Promise<Response>> = {
	page: answerPage,
	asset: ({ request }, later) => unchanging("parts", request, later),
	brand: ({ request }, later) => changing("parts", request, later),
	index: ({ request }, later) => unchanging("search", request, later),
	root: answerRoot,
};

/** A page says that it is read, or (`again`) that the connection is back; that one is told whether its copy is as the page is now. */
async function hear({ data, source }: PageMessageEvent): Promise<void> {
	if (!source) return;
	try {
		const same = await keepPage(source.url, data === "again");
		if (data === "again") source.postMessage(same);
	} catch {
		// No connection, or no place: the page is not kept.
	}
}

async function start(): Promise<void> {
	const { registration } = scope;
	await clear(false);
	// Waking up costs a moment, in which the page can be on its way already.
	if ("navigationPreload" in registration) await registration.navigationPreload.enable();
	await scope.clients.claim();
}

/** Keeps the pages that are read, and shows them where there is no connection. */
export function serve(): void {
	scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
	scope.addEventListener("activate", (event) => event.waitUntil(start()));
	scope.addEventListener("message", (event) => event.waitUntil(hear(event)));
	scope.addEventListener("fetch", (event) => {
		const way = wayOf(event.request, location.origin);
		if (way !== "network") event.respondWith(answers[way](event, (work) => event.waitUntil(work)));
	});
}
