import { html } from "hono/html";
import { inWords } from "#contract/promise-clock.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { TicketStatus } from "#contract/tickets.ts";
import type { View } from "../lib/shell.ts";

/** How a ticket stands, for the customer who has its link. */
export function statusView(status: TicketStatus, channels: SiteManifest["support"]["channels"]): View {
	const at = (moment: number) => inWords(moment, status.timeZone);
	const handedOver = status.state === "handed-over";
	return html`<div class="page narrow">
		<p class="eyebrow">Your message</p>
		<h1>We have your message.</h1>
		<p class="lead">A person will answer by <strong>${at(status.promisedAt)}</strong>.</p>
		<dl class="facts">
			<div><dt>Reference</dt><dd><code>${status.reference}</code></dd></div>
			<div><dt>Subject</dt><dd>${status.subject || "(removed after its retention time)"}</dd></div>
			<div><dt>Priority</dt><dd>${status.priority}</dd></div>
		</dl>
		<ol class="timeline" aria-label="Progress">
			<li class="done"><strong>Received</strong> ${at(status.createdAt)}</li>
			<li class="${handedOver ? "done" : ""}"><strong>With our support team</strong> ${handedOver ? (status.deskReference ? html`Their number: <code>${status.deskReference}</code>` : "") : "We are handing it over. Nothing is needed from you."}</li>
			<li><strong>Answered</strong> We will write to your e-mail address.</li>
		</ol>
		<p>Keep this page's address: it is the only way back here. If it gets worse, write to <a href="mailto:${channels.email}?subject=${status.reference}">${channels.email}</a> and quote the reference.</p>
	</div>`;
}
