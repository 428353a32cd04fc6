import { sendNote } from "#site/api-client.ts";
import { statusToken } from "#site/browser/known-tickets.ts";
import { limits } from "#contract/limits.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { changesSince } from "./changes.ts";
import { make, makeButton, say, wordsShown } from "./fields.ts";
import { noteOf, splitNote } from "./note.ts";
import { mailAddress } from "./trouble.ts";
import { contactWords, type ContactWords } from "./words.ts";

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
function aboutNote(changes: readonly string[], files: boolean, t: ContactWords["t"]["earlier"]): string {
	return [files ? t.noFiles : "", changes.some((field) => severity.includes(field)) ? t.noPriority : ""].filter(Boolean).join(" ");
}

/** A ticket is there already: shows it, and offers to add these words to it. Nothing is lost, and there is always a way on. */
export function offerNote(root: HTMLFormElement, { answer, why, lost, read }: Earlier, { onOpen, onNoted, onNew }: EarlierActions): void {
	const box = root.querySelector<HTMLElement>("[data-earlier]");
	if (!box) return;
	const { t: words, say: fill } = contactWords();
	const t = words.earlier;
	const edited = why === "edited";
	// Nothing of a repeated message arrived: its note says all of it.
	const arrived = edited ? lost : null;
	const changes = changesSince(arrived, read());
	const files = changes.includes("attachments") && (read().attachments ?? []).length > 0;
	const text = fill(edited ? t.editedText : t.duplicateText, { reference: answer.reference, moment: answer.promisedInWords });
	const open = make("a", { class: "button", href: answer.statusUrl }, t.open);
	open.addEventListener("click", onOpen);
	// One note for the same words, however often the button is pressed.
	const keys = new Map<string, string>();
	const noteWords = edited ? (files ? t.addWithoutFiles : t.addNote) : t.again;
	const note = makeButton(noteWords, () => void add());
	const another = makeButton(t.new, onNew);

	async function addAll(): Promise<boolean> {
		const whole = noteOf(changesSince(arrived, read()), words.note, (field) => wordsShown(root, field));
		for (const part of splitNote(whole, limits.note)) {
			const key = keys.get(part) ?? crypto.randomUUID();
			keys.set(part, key);
			const reply = await sendNote({ token: statusToken(answer.statusUrl), key, text: part });
			if (reply.ok) continue;
			const problem = reply.problem && `${reply.problem.title} ${reply.problem.detail} ${words.wordsKept}`;
			say(root, "send-status", problem ?? words.noteUnreached);
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
		else if (!box?.querySelector("[data-mail]")) box?.append(make("p", {}, make("a", { href: mailAddress(root), "data-mail": "" }, words.byEmail)));
	}

	const about = edited ? aboutNote(changes, files, t) : "";
	const hasWords = changes.some((field) => field !== "attachments");
	box.replaceChildren(
		make("h2", {}, edited ? t.edited : t.duplicate),
		make("p", {}, text),
		...(about ? [make("p", {}, about)] : []),
		make("div", { class: "choices" }, open, ...(hasWords ? [note] : []), ...(edited ? [another] : [])),
	);
	box.hidden = false;
	box.focus();
}
