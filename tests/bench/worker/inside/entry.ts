import { Hono } from "hono";
import { inspectRoutes } from "hono/dev";
import routing from "#generated/routing.json";
import { app } from "#worker/app.ts";
import type { Env, WakeMessage } from "#worker/env.ts";
import product from "#worker/index.ts";
import type { CountsOfRequest } from "../counts.ts";
import { countBindings } from "./counted-bindings.ts";

/** Answers of the bench itself; nothing of this file is deployed. */
const prefix = "/api/bench/";

/** Header that asks for the counts of a request, in the answer's header of the same name. */
const countHeader = "x-bench-counts";

// The first desk may say how tickets stand, whatever the centre's own routing is.
Object.assign(routing.destinations[0] ?? {}, { updateSecretFrom: "DESK_WEBHOOK_SECRET" });

const bench = new Hono<{ Bindings: Env }>()
	// What every route is compared with.
	.all(`${prefix}empty`, (c) => c.body(null, 204))
	// The least that a route does which stores something before it answers.
	.post(`${prefix}one-row`, async (c) => {
		await c.env.DB.prepare("INSERT INTO event_inbox (received_at, body) VALUES (0, '[]')").run();
		return c.body(null, 204);
	})
	.get(`${prefix}routes`, (c) => c.json(inspectRoutes(app as unknown as Hono)));

/** Runs a request to its end, background work included, and tells in a header what it asked for. */
async function countRequest(request: Request, inner: Env, context: ExecutionContext): Promise<Response> {
	const { env, taken } = countBindings(inner);
	const later: Promise<unknown>[] = [];
	const noting = { waitUntil: (work: Promise<unknown>) => void later.push(work), passThroughOnException() {} } as unknown as ExecutionContext;
	const response = await app.fetch(request, env, noting);
	const body = await response.arrayBuffer();
	const before = taken();
	const everything = (async () => {
		for (let work = later.shift(); work; work = later.shift()) await work.catch(() => undefined);
	})();
	context.waitUntil(everything);
	await everything;
	const counts: CountsOfRequest = { before, after: taken() };
	const headers = new Headers(response.headers);
	headers.set(countHeader, JSON.stringify(counts));
	return new Response([101, 204, 205, 304].includes(response.status) ? null : body, { status: response.status, headers });
}

export default {
	...product,
	fetch(request, env, context) {
		if (request.url.includes(prefix)) return bench.fetch(request, env, context);
		return request.headers.has(countHeader) ? countRequest(request, env, context) : product.fetch(request, env, context);
	},
} satisfies ExportedHandler<Env, WakeMessage>;
