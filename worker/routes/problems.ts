import { Hono } from "hono";
import { problems as table, type ProblemName } from "#contract/problem.ts";
import type { App } from "../env.ts";
import { speechOf } from "../lib/page-language.ts";
import { Problem } from "../lib/problem.ts";
import { renderShell } from "../lib/shell.ts";
import { problemView } from "../pages/problem-view.ts";
import { notFoundPage } from "./not-found-page.ts";

const isProblem = (name: string): name is ProblemName => Object.hasOwn(table, name);

/** `GET /problems/<name>`: what a problem's `type` means, as a page for people and as JSON for programs. */
export const problems = new Hono<App>().get("/:name", async (c) => {
	const name = c.req.param("name");
	if (!isProblem(name)) return notFoundPage(c);
	const speech = await speechOf(c);
	const document = new Problem(name).document(speech);
	if ((c.req.header("accept") ?? "").includes("text/html")) return renderShell(c, problemView(document, speech), { title: document.title, speech });
	return c.json(document, 200, { "cache-control": "public, max-age=3600", vary: "Accept, Accept-Language" });
});
