import { Hono } from "hono";
import { flagStateSchema } from "#contract/desk-flags.ts";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { recordOfChange } from "../queries/audit.ts";
import { flagRow } from "../reports/contact/flags-table.ts";
import { settleFlag } from "../queries/flags.ts";

/** `POST /manage/contact/flags`: says what has been done about a flag. **303** back to the list, which says so; `not-found` for one that is gone. */
export const flags = new Hono<App>()
	.post("/", async (c) => {
		const { back, ...flag } = parse(flagStateSchema, await readForm(c, limits.smallBody));
		const { actor: who, now: at } = c.var;
		const entry = recordOfChange(c.env.DB, { at, who, action: "settled", subject: `flag ${flag.id}`, detail: flag.state });
		if (!(await settleFlag(c.env.DB, flag, at, entry))) throw new Problem("not-found");
		const query = new URLSearchParams(back);
		query.set("settled", flagRow(flag));
		return c.redirect(`/manage/contact?${query.toString()}#settled`, 303);
	})
	.all("/", refuseMethod("POST"));
