import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { triageSchema } from "#contract/triage.ts";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { commentsOfDay, triageComment, triageReason } from "../queries/article-inbox.ts";
import { commentId } from "../reports/articles/make-articles-report.ts";

/** `POST /manage/articles/triage`: says what has been done about a reason or a comment. **303** back to the inbox; `not-found` when the votes are gone. */
export const triage = new Hono<App>()
	.post("/", async (c) => {
		const asked = parse(triageSchema, await readForm(c, limits.smallBody));
		if (asked.kind === "reason") {
			if (!(await triageReason(c.env.DB, asked, asked.state, c.var.now))) throw new Problem("not-found");
		} else {
			const comments = await commentsOfDay(c.env.DB, asked.article, asked.day);
			const ids = await Promise.all(comments.map(commentId));
			const comment = comments[ids.indexOf(asked.id)];
			if (!comment) throw new Problem("not-found");
			await triageComment(c.env.DB, comment, asked.state);
		}
		return c.redirect(`/manage/articles?${new URLSearchParams(asked.back).toString()}#inbox`, 303);
	})
	.all("/", refuseMethod("POST"));
