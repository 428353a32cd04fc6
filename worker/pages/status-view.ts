import { html } from "hono/html";
import type { FieldError } from "#contract/problem.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { TicketStatus } from "#contract/tickets.ts";
import type { SearchResult } from "#site/search/types.ts";
import type { SpokenStrings } from "#site/strings/spoken.ts";
import { solvedBy } from "../lib/closing-words.ts";
import { richMessage } from "../lib/rich-message.ts";
import type { View } from "../lib/shell.ts";
import type { Speech } from "../lib/speech.ts";
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
	speech: Speech;
}

const isDone = (name: string, { done }: SpokenStrings["status"]): name is keyof typeof done => Object.hasOwn(done, name);

/**
 * How a ticket stands at a moment, for the customer who has its link, in the language in which it was written; a note, closing, opening again
 * and one question are plain forms. What may run another way than the page (references, addresses, the customer's words) stands by itself.
 */
export function statusView(page: StatusPage, { channels }: SiteManifest["support"]): View {
	const { status, notes, files, now, speech } = page;
	const { say } = speech;
	const t = speech.t.status;
	if (status.isErased) return erasedView(status.reference, speech);
	const at = (moment: number) => speech.at(moment, status.timeZone);
	const write = html`<a href="mailto:${channels.email}?subject=${status.reference}"><bdi>${channels.email}</bdi></a>`;
	const reference = html`<bdi><code>${status.reference}</code></bdi>`;
	return html`<div class="page narrow">
		<p class="eyebrow">${t.yourMessage}</p>
		${isDone(page.done, t) ? html`<p class="notice thanks" role="status">${t.done[page.done]}</p>` : ""}${errorList()} ${status.closed ? closed() : outlook()}
		<dl class="facts">
			<div>
				<dt>${t.reference}</dt>
				<dd>${reference}</dd>
			</div>
			<div>
				<dt>${t.subject}</dt>
				<dd>${status.subject ? html`<bdi>${status.subject}</bdi>` : t.subjectGone}</dd>
			</div>
			<div>
				<dt>${t.priority}</dt>
				<dd>${speech.promises[status.priority]}</dd>
			</div>
			${files.length > 0 ? fileList() : ""}
		</dl>
		<ol class="timeline" aria-label="${t.progress}">
			<li class="done"><strong>${t.received}</strong> ${at(status.createdAt)}</li>
			<li class="${status.state === "handed-over" ? "done" : ""}"><strong>${t.withTeam}</strong> ${handover()}</li>
			<li class="${status.closed ? "done" : ""}"><strong>${status.closed ? t.closed : t.answered}</strong> ${answer()}</li>
		</ol>
		${notes.length > 0 ? noteList() : ""} ${status.textGone ? textGone() : forms()}
		<p>${richMessage(t.keep, { email: write })}</p>
	</div>`;

	function errorList(): View | "" {
		if (page.errors.length === 0) return "";
		return html`<div class="notice bad" role="alert">
			<h2>${t.notStored}</h2>
			<ul>
				${page.errors.map(({ field, message }) => html`<li>${field.startsWith("(") ? message : html`<a href="#field-${field}">${message}</a>`}</li>`)}
			</ul>
		</div>`;
	}

	function closed(): View {
		const asks = status.textGone ? "" : satisfactionForm(page, page.failed === "satisfaction" ? page.words : "");
		return html`<h1>${t.isClosed}</h1>
			${status.score === null ? asks : html`<p class="lead">${say(t.score, { score: status.score })}</p>`}`;
	}

	function outlook(): View {
		if (status.state === "delayed") {
			return html`<h1>${t.isDelayed}</h1>
				<p class="lead">${richMessage(t.delayedText, { email: write, reference })}</p>
				<ul>
					${channels.hotline ? html`<li>${t.hotline} ${telephone(channels.hotline)}</li>` : ""}${channels.phones.map(({ label, number, when }, place) => html`<li>${speech.phones[place] ?? label}: ${telephone(number)}${when === "critical" ? html` <small>${t.criticalOnly}</small>` : ""}</li>`)}
				</ul>`;
		}
		const promised = { moment: html`<strong>${at(status.promisedAt)}</strong>`, email: write, reference };
		return html`<h1>${t.isHere}</h1>
			<p class="lead">${richMessage(now > status.promisedAt ? t.overdue : t.promised, promised)}</p>`;
	}

	function fileList(): View {
		return html`<div>
			<dt>${t.files}</dt>
			<dd>${files.map(({ name, url }, place) => html`${place > 0 ? html`<br />` : ""}<a href="${url}"><bdi>${name}</bdi></a>`)}</dd>
		</div>`;
	}

	function handover(): View | string {
		if (status.state === "delayed") return t.notYet;
		if (status.state === "received") return t.handing;
		return status.deskReference ? richMessage(t.theirNumber, { reference: html`<bdi><code>${status.deskReference}</code></bdi>` }) : "";
	}

	function answer(): string {
		if (status.closed) return "";
		if (status.deskStatus === "open") return t.working;
		if (status.deskStatus === "waiting") return t.asked;
		return t.willWrite;
	}

	function noteList(): View {
		const what = { note: t.youAdded, closed: t.youClosed, reopened: t.youReopened };
		return html`<section aria-labelledby="added">
			<h2 id="added">${t.added}</h2>
			<ol class="notes">
				${notes.map(({ kind, text, createdAt }) => html`<li><strong>${what[kind]}</strong> ${at(createdAt)}${text ? html`<p class="as-written" dir="auto">${wordsOf(kind, text)}</p>` : ""}</li>`)}
			</ol>
		</section>`;
	}

	/** Closing is written down in English for the desk. */
	function wordsOf(kind: StoredNote["kind"], text: string): string {
		const article = kind === "closed" ? solvedBy(text) : undefined;
		return article === undefined ? text : say(t.solvedBy, { article });
	}

	function textGone(): View {
		return html`<p class="notice">${richMessage(t.textGone, { contact: html`<a href="${speech.base}/contact/">${t.writeToUs}</a>` })}</p>`;
	}

	function forms(): View {
		if (status.closed) return reopenForm(page, status.score === null && page.failed === "satisfaction" ? "" : page.words);
		return html`${suggestionsView(page.suggestions, page)} ${openForms(page, page.words)}`;
	}
}

/** All that is left of a message that somebody had erased. */
function erasedView(reference: string, { t, base }: Speech): View {
	const contact = html`<a href="${base}/contact/">${t.status.writeToUs}</a>`;
	return html`<div class="page narrow">
		<p class="eyebrow">${t.status.yourMessage}</p>
		<h1>${t.status.isErased}</h1>
		<p class="lead">${richMessage(t.status.erasedText, { reference: html`<bdi><code>${reference}</code></bdi>`, contact })}</p>
	</div>`;
}

function telephone(number: string): View {
	return html`<a href="tel:${number.replaceAll(" ", "")}" dir="ltr">${number}</a>`;
}
