import { html } from "hono/html";
import { inWords } from "#contract/promise-clock.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { TicketStatus } from "#contract/tickets.ts";
import type { View } from "../lib/shell.ts";

type Support = SiteManifest["support"];

/** How a ticket stands at a moment, for the customer who has its link. */
export function statusView(status: TicketStatus, { channels, promises }: Support, now: number): View {
	const at = (moment: number) => inWords(moment, status.timeZone);
	const write = html`<a href="mailto:${channels.email}?subject=${status.reference}">${channels.email}</a>`;
	return html`<div class="page narrow">
		<p class="eyebrow">Your message</p>
		${outlook()}
		<dl class="facts">
			<div>
				<dt>Reference</dt>
				<dd><code>${status.reference}</code></dd>
			</div>
			<div>
				<dt>Subject</dt>
				<dd>${status.subject || "(removed after its retention time)"}</dd>
			</div>
			<div>
				<dt>Priority</dt>
				<dd>${promises[status.priority].meaning}</dd>
			</div>
		</dl>
		<ol class="timeline" aria-label="Progress">
			<li class="done"><strong>Received</strong> ${at(status.createdAt)}</li>
			<li class="${status.state === "handed-over" ? "done" : ""}"><strong>With our support team</strong> ${handover()}</li>
			<li><strong>Answered</strong> We will write to your e-mail address.</li>
		</ol>
		<p>Keep this page's address: it is the only way back here. If it gets worse, write to ${write} and quote the reference.</p>
	</div>`;

	function outlook(): View {
		if (status.state === "delayed") {
			return html`<h1>We have your message, but it has not reached our team yet.</h1>
				<p class="lead">
					Your words are safe with us. Something on our side keeps them from the team, and we are sorry. Please do not wait: write to ${write} or call us, and
					quote <code>${status.reference}</code>.
				</p>
				<ul>
					${channels.hotline ? html`<li>Hotline for an outage, day and night: ${telephone(channels.hotline)}</li>` : ""}${channels.phones.map(({ label, number, when }) => html`<li>${label}: ${telephone(number)}${when === "critical" ? html` <small>critical problems only</small>` : ""}</li>`)}
				</ul>`;
		}
		return html`<h1>We have your message.</h1>
			<p class="lead">
				${
					now > status.promisedAt
						? html`We promised you an answer by <strong>${at(status.promisedAt)}</strong>. If none has reached you, please write to ${write} and quote
								<code>${status.reference}</code>.`
						: html`A person will answer by <strong>${at(status.promisedAt)}</strong>.`
				}
			</p>`;
	}

	function handover(): View | string {
		if (status.state === "delayed") return "Not yet. We are sorry for the delay.";
		if (status.state === "received") return "We are handing it over. Nothing is needed from you.";
		return status.deskReference ? html`Their number: <code>${status.deskReference}</code>` : "";
	}
}

function telephone(number: string): View {
	return html`<a href="tel:${number.replaceAll(" ", "")}">${number}</a>`;
}
