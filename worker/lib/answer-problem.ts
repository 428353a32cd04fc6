import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import type { App } from "../env.ts";
import { problemView } from "../pages/problem-view.ts";
import { speechOf } from "./page-language.ts";
import { renderShell } from "./shell.ts";
import { Problem } from "./problem.ts";
import { english } from "./speech.ts";
import { logError } from "./log.ts";

/** Makes one problem of whatever was thrown. What was not foreseen is logged, without any of the request's data. */
export function asProblem(error: unknown, c: Context<App>): Problem {
	if (error instanceof Problem) return error;
	if (error instanceof HTTPException && error.status < 500) return new Problem("invalid", { detail: error.message });
	logError("request_failed", { requestId: c.var.requestId, method: c.req.method, route: routePath(c) }, error);
	const busy = /D1_ERROR|SQLITE_BUSY|SQLITE_FULL|database is locked|overloaded/i.test(error instanceof Error ? error.message : "");
	return busy ? new Problem("unavailable", { headers: { "retry-after": "5" } }) : new Problem("failed");
}

/** Answers every refusal in the language of the request: a problem document for programs, a page in plain words for a browser that asked for one. */
export async function answerProblem(error: Error, c: Context<App>): Promise<Response> {
	const problem = asProblem(error, c);
	try {
		const speech = await speechOf(c);
		const wantsPage = !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
		if (!wantsPage) return problem.toResponse(speech, c.req.path);
		const document = problem.document(speech);
		const page = await renderShell(c, problemView(document, speech, problem.options.page), {
			title: problem.options.page?.title ?? document.title,
			status: problem.status,
			speech,
		});
		return problem.mark(page);
	} catch {
		return problem.toResponse(english, c.req.path);
	}
}
