import { inspectRoutes } from "hono/dev";
import type { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { app } from "#worker/app.ts";
import { requests, type Centre } from "../bench/worker/requests.ts";
import { answeringRoutes } from "../bench/worker/route-names.ts";
import { call, origin } from "./support.ts";

describe("the bench of the Worker", () => {
	it("asks every route that answers", () => {
		const routes = answeringRoutes(inspectRoutes(app as unknown as Hono));
		expect(routes).toContain("POST /api/events");
		expect(routes.filter((route) => !Object.hasOwn(requests, route))).toEqual([]);
	});

	it("asks none that only refuses, whatever number a bundler gave to the name of its handler", () => {
		const of = (name: string) => ({ path: `/${name}`, method: "ALL", name, isMiddleware: false });
		const routes = answeringRoutes(["refuseMethod", "refuseMethod2", "nothingHere14", "refuseMethods", "[handler]"].map(of));
		expect(routes).toEqual(["ALL /refuseMethods", "ALL /[handler]"]);
	});

	it.each(Object.entries(requests).filter(([route]) => route.startsWith("GET /api/reports/")))("gets the answer that it waits for: %s", async (_, route) => {
		const { method, path, headers } = await route.make({ url: origin } as Centre);
		const { status } = await call(path, { method, headers, env: { REPORT_TOKEN: "bench" } });
		expect([route.status ?? 200].flat()).toContain(status);
	});
});
