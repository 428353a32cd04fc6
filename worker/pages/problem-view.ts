import { html } from "hono/html";
import type { ProblemDocument } from "#contract/problem.ts";
import type { ProblemOptions } from "../lib/problem.ts";
import type { View } from "../lib/shell.ts";

/** A refusal in plain words. @param page its own heading and way on. Default: the title, and the help centre */
export function problemView({ title, detail, status }: ProblemDocument, page?: ProblemOptions["page"]): View {
	return html`<div class="page narrow">
		<p class="eyebrow">${status}</p>
		<h1>${page?.title ?? title}</h1>
		<p class="lead">${detail}</p>
		${
			page
				? html`<p><a class="button" href="${page.href}">${page.label}</a></p>`
				: html`<p><a class="button" href="/">Go to the help centre</a> <a class="button quiet" href="/contact/">Contact support</a></p>`
		}
	</div>`;
}
