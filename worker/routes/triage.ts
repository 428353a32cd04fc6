import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { triageSchema } from "#contract/triage.ts";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { commentsOfDay, triageComment, triageReason } from "../queries/article-inbox.ts";
import { recordOfChange } from "../queries/audit.ts";
import { inboxRow } from "../reports/articles/inbox.ts";
import { commentId } from "../reports/articles/make-articles-report.ts";

/** `POST /manage/articles/triage`: says what has been done about a reason or a comment. **303** back to the inbox, which says so; `not-found` when the votes are gone. */
export const triage = new Hono<App>()
	.post("/", async (c) => {
		const asked = parse(triageSchema, await readForm(c, limits.smallBody));
		const { actor: who, now: at } = c.var;
		const subject = asked.kind === "reason" ? `“${asked.reason}” of ${asked.article}` : `a comment of ${asked.day} on ${asked.article}`;
		const entry = recordOfChange(c.env.DB, { at, who, action: "settled", subject, detail: asked.state });
		if (asked.kind === "reason") {
			if (!(await triageReason(c.env.DB, asked, asked.state, at, entry))) throw new Problem("not-found");
		} else {
			const comments = await commentsOfDay(c.env.DB, asked.article, asked.day);
			const ids = await Promise.all(comments.map(commentId));
			const comment = comments[ids.indexOf(asked.id)];
			if (!comment) throw new Problem("not-found");
			await triageComment(c.env.DB, comment, asked.state, entry);
		}
		const query = new URLSearchParams(asked.back);
		query.set("settled", inboxRow(asked));
		return c.redirect(`/manage/articles?${query.toString()}#settled`, 303);
	})
	.all("/", refuseMethod("POST"));
