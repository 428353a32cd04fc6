import { html } from "hono/html";
import type { ProblemDocument } from "#contract/problem.ts";
import type { View } from "../lib/shell.ts";

/** A refusal in plain words. */
export function problemView({ title, detail, status }: ProblemDocument): View {
	return html`<div class="page narrow">
		<p class="eyebrow">${status}</p>
		<h1>${title}</h1>
		<p class="lead">${detail}</p>
		<p><a class="button" href="/">Go to the help centre</a> <a class="button quiet" href="/contact/">Contact support</a></p>
	</div>`;
}
