import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { voteSchema } from "#contract/votes.ts";
import type { App } from "../env.ts";
import { countVote } from "../lib/cast-vote.ts";
import { readJson } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { rateLimit } from "../middleware/rate-limit.ts";

/** `POST /api/votes`: 200 means counted and stored. */
export const votes = new Hono<App>()
	.post("/", rateLimit({ name: "votes" }), async (c) => c.json(await countVote(c, await readJson(c, voteSchema, limits.smallBody))))
	.all("/", refuseMethod("POST"));
