import { html } from "hono/html";
import type { ProblemDocument } from "#contract/problem.ts";
import type { ProblemOptions } from "../lib/problem.ts";
import type { View } from "../lib/shell.ts";
import type { Speech } from "../lib/speech.ts";

/** A refusal in plain words. @param page its own heading and way on. Default: the title, and the help centre */
export function problemView({ title, detail, status }: ProblemDocument, { t, base }: Speech, page?: ProblemOptions["page"]): View {
	return html`<div class="page narrow">
		<p class="eyebrow">${status}</p>
		<h1>${page?.title ?? title}</h1>
		<p class="lead">${detail}</p>
		${
			page
				? html`<p><a class="button" href="${page.href}">${page.label}</a></p>`
				: html`<p class="choices">
						<a class="button" href="${base}/">${t.problems.toHelpCentre}</a> <a class="button quiet" href="${base}/contact/">${t.page.contactSupport}</a>
					</p>`
		}
	</div>`;
}
