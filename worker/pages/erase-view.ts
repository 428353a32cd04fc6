import { html } from "hono/html";
import { erasedAtOnce, type Sought } from "#contract/erasure.ts";
import { limits } from "#contract/limits.ts";
import type { Erasable } from "../lib/erase.ts";
import type { View } from "../lib/shell.ts";
import type { Copy, ErasableTicket } from "../queries/erasure.ts";
import { counted } from "../reports/digest/in-words.ts";
import { reportTabs } from "./manage/frame.ts";
import { rowsView } from "./manage/table-rows.ts";

/** Address of the page. */
export const erasePath = "/manage/erase";

/** What the page shows besides its form. */
export interface ErasePage {
	/** What was typed, to be mended; empty at first. */
	who?: string;
	/** What there is of somebody. Absent: nobody was looked for */
	found?: { sought: Sought; erasable: Erasable };
	/** What was erased at the moment of the address. Absent: nothing */
	erased?: ErasableTicket[];
	/** The desk's time zone. */
	zone: string;
}

/** Erasing what a customer wrote: the form, what would go, and what went. */
export function eraseView(page: ErasePage): View {
	const { who = "", found, erased } = page;
	return html`<div class="page wide report" data-report>
		${reportTabs(erasePath)}
		<header class="report-head">
			<div>
				<h1>Erase messages</h1>
				<p class="muted">For a customer who asks to be forgotten before retention does it. First you see what would go; nothing is erased until you say so.</p>
			</div>
		</header>
		${erased && erased.length > 0 ? doneView(erased, page) : ""}
		<section aria-label="Whose messages">
			<form class="stack erase-form" method="post" action="${erasePath}">
				<label class="field"
					>Reference or e-mail address <small>A reference such as TZ-7K4M-2Q9X erases one message, an address all written with it.</small
					><input name="who" value="${who}" required minlength="3" maxlength="${limits.email}" autocomplete="off" autocapitalize="off" spellcheck="false" />
				</label>
				<p><button class="button">Show what would go</button></p>
			</form>
		</section>
		${found ? foundView(found, page) : ""}
	</div>`;
}

function foundView({ sought, erasable }: NonNullable<ErasePage["found"]>, page: ErasePage): View {
	const { tickets, more, mentions } = erasable;
	return html`<section aria-labelledby="found">
		<h2 id="found">What would go</h2>
		${tickets.length === 0 ? html`<p class="nothing">${nothingFound(sought, erasable, page)}</p>` : previewView(tickets, page)}
		${more ? html`<p>These are the newest ${erasedAtOnce}. Look again afterwards: there are more.</p>` : ""}
		${
			mentions.length > 0
				? html`<p>
						The address also stands in messages that were written with another one: ${mentions.join(", ")}. They stay. Read them at the desk, and erase them by
						their reference if they are this person’s.
					</p>`
				: ""
		}
		${tickets.length === 0 ? "" : confirmForm(tickets, page)}
	</section>`;
}

function nothingFound(sought: Sought, { already }: Erasable, { zone }: ErasePage): View | string {
	if ("email" in sought) return html`No message that was written with <bdi>${sought.email}</bdi> is here, or none of it any more.`;
	if (already === null) return html`No message has the reference <bdi>${sought.reference}</bdi>.`;
	return html`${sought.reference} was erased on ${timeIn(zone).format(already)}. <a href="${erasePath}?erased=${already}">Where copies may be</a>`;
}

function previewView(tickets: ErasableTicket[], page: ErasePage): View {
	const sum = (key: "files" | "notes" | "comments" | "flags") => tickets.reduce((total, ticket) => total + ticket[key], 0);
	const parts = [
		counted(tickets.length, "message"),
		...(sum("files") > 0 ? [counted(sum("files"), "file")] : []),
		...(sum("notes") > 0 ? [counted(sum("notes"), "note")] : []),
		...(sum("comments") > 0 ? [counted(sum("comments"), "comment on the help they got", "comments on the help they got")] : []),
		...(sum("flags") > 0 ? [counted(sum("flags"), "flag of an agent", "flags of agents")] : []),
	];
	const unseen = tickets.filter(({ copies }) => copies.every(({ state }) => state === "waiting")).length;
	return html`<p><strong>${new Intl.ListFormat("en-GB").format(parts)}</strong></p>
		<ul>
			<li>
				<strong>Goes, for good:</strong> every word, name, address and file, also what the customer searched and read before, as far as they sent it along.
			</li>
			<li>
				<strong>Stays:</strong> the reference, when it came, its category, priority and language, when it was answered, the score, and its numbers at the desk.
				What was read and searched here has no name on it, and cannot be found.
			</li>
		</ul>
		${
			unseen > 0
				? html`<p class="notice" role="note">
						${unseen === 1 ? "One message has" : `${unseen} messages have`} not reached the desk yet, and never will: nobody will answer.
					</p>`
				: ""
		}
		${copiesView("Erase these copies there, too", tickets, page)}`;
}

function confirmForm(tickets: ErasableTicket[], { who = "" }: ErasePage): View {
	return html`<form method="post" action="${erasePath}/confirm">
		<input type="hidden" name="who" value="${who}" /><input type="hidden" name="references" value="${tickets.map(({ reference }) => reference).join(",")}" />
		<p class="choices">
			<button class="button">Erase ${counted(tickets.length, "message")} for good</button> <a class="button quiet" href="${erasePath}">Cancel</a>
		</p>
	</form>`;
}

function doneView(erased: ErasableTicket[], page: ErasePage): View {
	return html`<section aria-label="Erased">
		<p class="notice thanks" role="status" tabindex="-1">
			${erased.length === 1 ? "1 message was erased here. Its" : `${erased.length} messages were erased here. Their`} files go within a minute, and the
			<a href="/manage/audit">audit log</a> says who did it.
		</p>
		${copiesView("Now erase the copies", erased, page)}
	</section>`;
}

const stateWords: Record<Copy["state"], string> = { there: "there", "on-its-way": "was on its way at that moment: look there", waiting: "never arrived" };

function copyInWords({ destination, deskReference, state }: Copy): string {
	return `${destination}: ${deskReference ?? stateWords[state]}`;
}

/** Where else the messages are. What this centre cannot reach must be told to whoever can. */
function copiesView(heading: string, tickets: ErasableTicket[], { zone }: ErasePage): View {
	const time = timeIn(zone);
	const rows = tickets.map(({ reference, createdAt, copies, publicReference }) => ({
		cells: {
			reference,
			came: time.format(createdAt),
			copies: copies.map(copyInWords).join("; ") + (publicReference === null ? "" : `; told the customer: ${publicReference}`),
		},
	}));
	const columns = [
		{ key: "reference", label: "Reference" },
		{ key: "came", label: "Came on" },
		{ key: "copies", label: "Number at the desk" },
	];
	return html`<h2 id="copies">${heading}</h2>
		<p class="muted">
			This centre cannot reach them. Look at the desk and in channels for the number, else for the reference; think of mails and downloads, too. Backups made
			before hold them until they are deleted (see the runbook).
		</p>
		${rowsView({ id: "copies", caption: heading, columns, rows })}`;
}

function timeIn(zone: string): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
}
