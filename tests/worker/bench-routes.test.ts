import { inspectRoutes } from "hono/dev";
import type { Hono } from "hono";
import { expect, it } from "vitest";
import { app } from "#worker/app.ts";
import { requests } from "../bench/worker/requests.ts";
import { answeringRoutes } from "../bench/worker/route-names.ts";

it("every route that answers is asked by the bench of the Worker", () => {
	const routes = answeringRoutes(inspectRoutes(app as unknown as Hono));
	expect(routes).toContain("POST /api/events");
	expect(routes.filter((route) => !Object.hasOwn(requests, route))).toEqual([]);
});
