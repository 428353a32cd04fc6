import { Hono } from "hono";
import type { App } from "../env.ts";
import { refuseMethod } from "../lib/refuse-method.ts";

/** `GET /api/health`: 200 while the Worker runs; it asks nobody. */
export const health = new Hono<App>().get("/", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" })).all("/", refuseMethod("GET, HEAD"));
