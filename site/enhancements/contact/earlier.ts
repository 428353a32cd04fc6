import { sendNote } from "#site/api-client.ts";
import { statusToken } from "#site/browser/known-tickets.ts";
import { limits } from "#contract/limits.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { make, makeButton, readFields, say } from "./fields.ts";
import { mailAddress } from "./trouble.ts";

interface EarlierActions {
	/** The customer goes on to the ticket that is there. */
	onOpen: () => void;
	/** The note is stored. */
	onNoted: () => void;
	/** It is something new. */
	onNew: () => void;
}

/** The words of the form as a note. */
function noteOf(root: HTMLFormElement): string {
	const { subject, description, tried } = readFields(root);
	return [subject, description, tried && `What I have tried: ${tried}`].filter(Boolean).join("\n\n").slice(0, limits.note).toWellFormed();
}

/** A ticket is there already: shows it, and offers to add these words to it. Nothing is lost, and there is always a way on. */
export function offerNote(root: HTMLFormElement, answer: TicketAnswer, why: "duplicate" | "edited", { onOpen, onNoted, onNew }: EarlierActions): void {
	const box = root.querySelector<HTMLElement>("[data-earlier]");
	if (!box) return;
	const title = why === "duplicate" ? "You already wrote this today" : "Your message is with us already";
	const words =
		why === "duplicate"
			? `It is ${answer.reference}, and a person answers by ${answer.promisedInWords}.`
			: `It arrived as ${answer.reference} before you changed it. We can add your new words to it.`;
	const open = make("a", { class: "button", href: answer.statusUrl }, "Open it");
	open.addEventListener("click", onOpen);
	// One note, however often the button is pressed.
	const key = crypto.randomUUID();
	const note = makeButton(why === "duplicate" ? "Send it again anyway, as a note" : "Add my new words as a note", () => void add());
	const another = makeButton("It is something new: send it on its own", onNew);

	async function add(): Promise<void> {
		if (note.getAttribute("aria-disabled") === "true") return;
		note.setAttribute("aria-disabled", "true");
		const reply = await sendNote({ token: statusToken(answer.statusUrl), key, text: noteOf(root) });
		note.removeAttribute("aria-disabled");
		if (reply.ok) {
			onNoted();
			return;
		}
		say(
			root,
			"send-status",
			reply.problem ? `${reply.problem.title} ${reply.problem.detail}` : "We could not be reached. Your words are kept here. Please try again.",
		);
		if (!box?.querySelector("[data-mail]")) box?.append(make("p", {}, make("a", { href: mailAddress(root), "data-mail": "" }, "Send it by e-mail instead")));
	}

	box.replaceChildren(make("h2", {}, title), make("p", {}, words), make("div", { class: "choices" }, open, note, ...(why === "edited" ? [another] : [])));
	box.hidden = false;
	box.focus();
}
