import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { App } from "../env.ts";
import { problemView } from "../pages/problem-view.ts";
import { renderShell } from "./shell.ts";
import { Problem } from "./problem.ts";

/** Makes one problem of whatever was thrown. What was not foreseen is logged, without any of the request's data. */
function asProblem(error: Error, requestId: string): Problem {
	if (error instanceof Problem) return error;
	if (error instanceof HTTPException && error.status < 500) return new Problem("invalid", { detail: error.message });
	console.error(JSON.stringify({ level: "error", event: "request_failed", requestId, name: error.name, message: error.message }));
	const busy = /D1_ERROR|SQLITE_BUSY|database is locked|overloaded/i.test(error.message);
	return busy ? new Problem("unavailable", { headers: { "retry-after": "5" } }) : new Problem("failed");
}

/** Answers every refusal: a problem document for programs, a page in plain words for a browser that asked for one. */
export async function answerProblem(error: Error, c: Context<App>): Promise<Response> {
	const problem = asProblem(error, c.var.requestId);
	const wantsPage = !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
	if (!wantsPage) return problem.toResponse(c.req.path);
	try {
		const page = await renderShell(c, problemView(problem.document(), problem.options.page), {
			title: problem.options.page?.title ?? problem.message,
			status: problem.status,
		});
		for (const [name, value] of Object.entries(problem.options.headers ?? {})) page.headers.set(name, value);
		return page;
	} catch {
		return problem.toResponse(c.req.path);
	}
}
