import { html } from "hono/html";
import type { FieldError } from "#contract/problem.ts";
import { inWords } from "#contract/promise-clock.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { TicketStatus } from "#contract/tickets.ts";
import type { SearchResult } from "#site/search/types.ts";
import type { View } from "../lib/shell.ts";
import type { StoredNote } from "../queries/notes.ts";
import { openForms, reopenForm, satisfactionForm, suggestionsView, type FormPlace } from "./status-forms.ts";

/** A status page: the ticket, what came after it, and what its forms brought back. */
export interface StatusPage extends FormPlace {
	status: TicketStatus;
	notes: StoredNote[];
	/** Files of the ticket; the links end soon. */
	files: { name: string; url: string }[];
	/** Articles for its words. */
	suggestions: SearchResult[];
	/** What was just done; empty for nothing. */
	done: string;
	/** What is to be mended, with the words that came back and the form that brought them; "" where none did. */
	errors: FieldError[];
	words: string;
	failed: "note" | "close" | "reopen" | "satisfaction" | "";
	/** Epoch milliseconds. */
	now: number;
}

const doneWords: Record<string, string> = {
	note: "Your note was added.",
	close: "Your message is closed. Thank you for telling us.",
	reopen: "Your message is open again.",
	satisfaction: "Thank you for your answer.",
	"without-files": "This message was here already, so the files that you chose now were not added. Please send them by e-mail, and quote the reference.",
};

const noteWords: Record<StoredNote["kind"], string> = { note: "You added", closed: "You closed it", reopened: "You opened it again" };

/** How a ticket stands at a moment, for the customer who has its link; a note, closing, opening again and one question are plain forms. */
export function statusView(page: StatusPage, { channels, promises }: SiteManifest["support"]): View {
	const { status, notes, files, now } = page;
	const at = (moment: number) => inWords(moment, status.timeZone);
	const write = html`<a href="mailto:${channels.email}?subject=${status.reference}">${channels.email}</a>`;
	const done = Object.hasOwn(doneWords, page.done) ? doneWords[page.done] : undefined;
	return html`<div class="page narrow">
		<p class="eyebrow">Your message</p>
		${done ? html`<p class="notice thanks" role="status">${done}</p>` : ""}${errorList()} ${status.closed ? closed() : outlook()}
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
			${files.length > 0 ? fileList() : ""}
		</dl>
		<ol class="timeline" aria-label="Progress">
			<li class="done"><strong>Received</strong> ${at(status.createdAt)}</li>
			<li class="${status.state === "handed-over" ? "done" : ""}"><strong>With our support team</strong> ${handover()}</li>
			<li class="${status.closed ? "done" : ""}"><strong>${status.closed ? "Closed" : "Answered"}</strong> ${answer()}</li>
		</ol>
		${notes.length > 0 ? noteList() : ""} ${status.textGone ? textGone() : forms()}
		<p>Keep this page's address: it is the only way back here. If it gets worse, write to ${write} and quote the reference.</p>
	</div>`;

	function errorList(): View | "" {
		if (page.errors.length === 0) return "";
		return html`<div class="notice bad" role="alert">
			<h2>This was not stored yet</h2>
			<ul>
				${page.errors.map(({ field, message }) => html`<li>${field.startsWith("(") ? message : html`<a href="#field-${field}">${message}</a>`}</li>`)}
			</ul>
		</div>`;
	}

	function closed(): View {
		return html`<h1>This message is closed.</h1>
			${status.score === null ? (status.textGone ? "" : satisfactionForm(page, page.failed === "satisfaction" ? page.words : "")) : html`<p class="lead">You gave us ${status.score} of 5. Thank you.</p>`}`;
	}

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

	function fileList(): View {
		return html`<div>
			<dt>Files</dt>
			<dd>${files.map(({ name, url }, place) => html`${place > 0 ? html`<br />` : ""}<a href="${url}">${name}</a>`)}</dd>
		</div>`;
	}

	function handover(): View | string {
		if (status.state === "delayed") return "Not yet. We are sorry for the delay.";
		if (status.state === "received") return "We are handing it over. Nothing is needed from you.";
		return status.deskReference ? html`Their number: <code>${status.deskReference}</code>` : "";
	}

	function answer(): string {
		if (status.closed) return "";
		if (status.deskStatus === "open") return "Our team is working on it. We will write to your e-mail address.";
		if (status.deskStatus === "waiting") return "Our team has asked you something: please look into your e-mail.";
		return "We will write to your e-mail address.";
	}

	function noteList(): View {
		return html`<section aria-labelledby="added">
			<h2 id="added">What you added</h2>
			<ol class="notes">
				${notes.map(({ kind, text, createdAt }) => html`<li><strong>${noteWords[kind]}</strong> ${at(createdAt)}${text ? html`<p class="as-written">${text}</p>` : ""}</li>`)}
			</ol>
		</section>`;
	}

	function textGone(): View {
		return html`<p class="notice">
			Your words, files and notes were removed after their retention time. If it happens again, please <a href="/contact/">write to us</a>.
		</p>`;
	}

	function forms(): View {
		if (status.closed) return reopenForm(page, status.score === null && page.failed === "satisfaction" ? "" : page.words);
		return html`${suggestionsView(page.suggestions, page)} ${openForms(page, page.words)}`;
	}
}

function telephone(number: string): View {
	return html`<a href="tel:${number.replaceAll(" ", "")}">${number}</a>`;
}
