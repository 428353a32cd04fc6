import { html } from "hono/html";
import type { View } from "../../lib/shell.ts";

/** The foot of a page: its figures for programs, and the reader's own visits. @param report name in `/api/reports/<name>` */
export function dataLinks(report: string, query: string): View {
	return html`<footer class="report-foot">
		<p>
			<a href="/api/reports/${report}?${query}">These figures as JSON</a>
			<span class="muted">Programs may read them with a token: see docs/api.md.</span>
		</p>
		<p data-staff-control hidden>
			<label class="choice"><input type="checkbox" data-staff /> Do not count my own reading in this browser</label>
			<span class="muted" role="status" data-staff-said></span>
		</p>
	</footer>`;
}
