import { sendNote } from "#site/api-client.ts";
import { statusToken } from "#site/browser/known-tickets.ts";
import { limits } from "#contract/limits.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { changesSince } from "./changes.ts";
import { make, makeButton, say, wordsShown } from "./fields.ts";
import { noteOf, splitNote } from "./note.ts";
import { mailAddress } from "./trouble.ts";

/** A ticket that is there already. */
interface Earlier {
	answer: TicketAnswer;
	/** The same words of today, or other words of this form. */
	why: "duplicate" | "edited";
	/** `wordsOf` what arrived; null where that is not known. */
	lost: string | null;
	/** What stands in the form now. */
	read: () => Ticket;
}

interface EarlierActions {
	/** The customer goes on to the ticket that is there. */
	onOpen: () => void;
	/** Everything that can be a note is stored. */
	onNoted: () => void;
	/** It is something new. */
	onNew: () => void;
}

const severity: readonly string[] = ["affected", "impairment", "risk"];

/** What the customer should know of a note before they choose it. */
function aboutNote(changes: readonly string[], files: boolean): string {
	return [
		files ? "A note takes no files: to send yours, send it all on its own." : "",
		changes.some((field) => severity.includes(field)) ? "A note does not change by when we answer: if it is more urgent now, send it on its own." : "",
	]
		.filter(Boolean)
		.join(" ");
}

/** A ticket is there already: shows it, and offers to add these words to it. Nothing is lost, and there is always a way on. */
export function offerNote(root: HTMLFormElement, { answer, why, lost, read }: Earlier, { onOpen, onNoted, onNew }: EarlierActions): void {
	const box = root.querySelector<HTMLElement>("[data-earlier]");
	if (!box) return;
	const edited = why === "edited";
	// Nothing of a repeated message arrived: its note says all of it.
	const arrived = edited ? lost : null;
	const changes = changesSince(arrived, read());
	const files = changes.includes("attachments") && (read().attachments ?? []).length > 0;
	const words = edited
		? `It arrived as ${answer.reference} before you changed it. We can add what you changed to it.`
		: `It is ${answer.reference}, and a person answers by ${answer.promisedInWords}.`;
	const open = make("a", { class: "button", href: answer.statusUrl }, "Open it");
	open.addEventListener("click", onOpen);
	// One note for the same words, however often the button is pressed.
	const keys = new Map<string, string>();
	const noteWords = edited ? `Add my new words as a note${files ? ", without the files" : ""}` : "Send it again anyway, as a note";
	const note = makeButton(noteWords, () => void add());
	const another = makeButton("It is something new: send it on its own", onNew);

	async function addAll(): Promise<boolean> {
		const whole = noteOf(changesSince(arrived, read()), (field) => wordsShown(root, field));
		for (const text of splitNote(whole, limits.note)) {
			const key = keys.get(text) ?? crypto.randomUUID();
			keys.set(text, key);
			const reply = await sendNote({ token: statusToken(answer.statusUrl), key, text });
			if (reply.ok) continue;
			const problem = reply.problem && `${reply.problem.title} ${reply.problem.detail} Your words are kept here.`;
			say(root, "send-status", problem ?? "We could not be reached. Your words are kept here. Please try again.");
			return false;
		}
		return true;
	}

	async function add(): Promise<void> {
		if (note.getAttribute("aria-disabled") === "true") return;
		note.setAttribute("aria-disabled", "true");
		const added = await addAll();
		note.removeAttribute("aria-disabled");
		if (added) onNoted();
		else if (!box?.querySelector("[data-mail]"))
			box?.append(make("p", {}, make("a", { href: mailAddress(root), "data-mail": "" }, "Send it by e-mail instead")));
	}

	const about = edited ? aboutNote(changes, files) : "";
	const hasWords = changes.some((field) => field !== "attachments");
	box.replaceChildren(
		make("h2", {}, edited ? "Your message is with us already" : "You already wrote this today"),
		make("p", {}, words),
		...(about ? [make("p", {}, about)] : []),
		make("div", { class: "choices" }, open, ...(hasWords ? [note] : []), ...(edited ? [another] : [])),
	);
	box.hidden = false;
	box.focus();
}
