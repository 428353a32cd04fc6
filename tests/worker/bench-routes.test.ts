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

	it.each(Object.entries(requests).filter(([route]) => route.startsWith("GET /api/reports/")))("gets the answer that it waits for: %s", async (_, route) => {
		const { method, path, headers } = await route.make({ url: origin } as Centre);
		const { status } = await call(path, { method, headers, env: { REPORT_TOKEN: "bench" } });
		expect([route.status ?? 200].flat()).toContain(status);
	});
});
