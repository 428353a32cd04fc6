import { html } from "hono/html";
import type { Actor } from "../lib/actor.ts";
import type { View } from "../lib/shell.ts";
import { auditDays, type AuditEntry } from "../queries/audit.ts";
import { reportTabs } from "./manage/frame.ts";

interface AuditPage {
	/** The newest first. */
	entries: AuditEntry[];
	/** Id to go on from, or null where these are the last. */
	older: number | null;
	/** True for the first page. */
	newest: boolean;
	/** Who looks. */
	actor: Actor;
	/** The desk's time zone. */
	zone: string;
}

/** Who did what on the manager's pages. */
export function auditView({ entries, older, newest, actor, zone }: AuditPage): View {
	const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "medium" });
	return html`<div class="page wide report" data-report>
		${reportTabs("/manage/audit")}
		<header class="report-head">
			<div>
				<h1>Audit log</h1>
				<p class="muted">
					What people changed, and what they downloaded, kept for ${auditDays} days. You are signed in as ${actor.name} (${actor.role}). Times are those of
					${zone}.
				</p>
				<p class="muted">Does a customer ask to be forgotten? <a href="/manage/erase">Erase their messages</a></p>
			</div>
		</header>
		<section aria-labelledby="audit">
			<h2 id="audit">${newest ? "Latest entries" : "Older entries"}</h2>
			${entries.length === 0 ? html`<p>Nothing was done ${newest ? "yet" : "before"}.</p>` : table(entries, time)}
			${newest ? "" : html`<p><a href="/manage/audit">Latest entries</a></p>`}
			${older === null ? "" : html`<p><a href="/manage/audit?before=${older}">Older entries</a></p>`}
		</section>
	</div>`;
}

const columns = ["Who", "Role", "What", "Details"];

/** The entries; their roles are said aloud because a phone shows them as cards. */
function table(entries: AuditEntry[], time: Intl.DateTimeFormat): View {
	return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Rows of the audit log">
		<table class="rows stacked" role="table" aria-labelledby="audit">
			<thead role="rowgroup">
				<tr role="row">
					${["When", ...columns].map((label) => html`<th scope="col" role="columnheader">${label}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${entries.map(
					({ id, at, who, role, action, subject, detail }) =>
						html`<tr role="row" data-entry="${id}">
							<th scope="row" role="rowheader" class="day"><time datetime="${new Date(at).toISOString()}">${time.format(at)}</time></th>
							${[who, role, `${action}: ${subject}`, detail || "–"].map((words, index) => html`<td role="cell" data-label="${columns[index]}">${words}</td>`)}
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}
