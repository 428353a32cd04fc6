import { findTicket, sendTicket } from "#site/api-client.ts";
import { contactVisit } from "#site/browser/contact-visit.ts";
import { rememberTicket } from "#site/browser/known-tickets.ts";
import { forgetDeflectionTokens } from "#site/browser/visit.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { wordsOf } from "./changes.ts";
import { deliver, type Outcome, type Sending } from "./deliver.ts";
import { changeDraft, forgetDraft, renewKey } from "./draft.ts";
import { offerNote } from "./earlier.ts";
import { clearMessages, showErrors } from "./errors.ts";
import { fieldOf, hiddenValue, say, setField } from "./fields.ts";
import type { Files } from "./files.ts";
import { createQueue } from "./queue.ts";
import { readSending } from "./ticket.ts";
import type { Trail } from "./trail.ts";
import { showTrouble } from "./trouble.ts";
import { contactWords } from "./words.ts";

const quickly = 5000;

/** Sends the form without leaving the page, and again until the message is stored; without script it is sent as it is. */
export function startSending(root: HTMLFormElement, { trail, files }: { trail: Trail; files: Files }): void {
	const submit = root.querySelector<HTMLButtonElement>("[data-submit]");
	const { t } = contactWords();
	const queue = createQueue(() => void attempt());
	let busy = false;

	// A disabled button would lose the focus; this one is only deaf while it works.
	function setBusy(now: boolean): void {
		busy = now;
		if (now) submit?.setAttribute("aria-disabled", "true");
		else submit?.removeAttribute("aria-disabled");
	}

	async function attempt(): Promise<void> {
		if (busy) return;
		if (!navigator.onLine) {
			wait(t.offline, 0);
			return;
		}
		setBusy(true);
		say(root, "send-status", t.sending);
		try {
			if (!(await files.settled())) {
				wait(t.fileMissing, 0);
				return;
			}
			const sending = readSending(root, { trail, files: files.ids() });
			settle(await trySending(sending), sending);
		} finally {
			setBusy(false);
		}
	}

	async function trySending(sending: Sending): Promise<Outcome> {
		const outcome = await deliver(sending, {
			find: findTicket,
			send(ticket) {
				changeDraft({ lost: wordsOf(sending.words) });
				return sendTicket(ticket);
			},
			isMendable: (field) => fieldOf(root, field) !== null,
		});
		if (outcome.kind === "mend" || outcome.kind === "refused") changeDraft({ lost: null });
		// What is there is what arrived then, not what was tried now.
		if (outcome.kind === "earlier") changeDraft({ lost: outcome.why === "edited" ? sending.lost : null });
		return outcome;
	}

	function settle(outcome: Outcome, { lost }: Sending): void {
		if (outcome.kind === "later") {
			if (outcome.reached && outcome.wait > 0 && outcome.wait < quickly) return queue.after(outcome.wait);
			return wait(!navigator.onLine ? t.offline : outcome.reached ? t.refusing : t.unreached, outcome.wait);
		}
		queue.stop();
		clearMessages(root);
		if (outcome.kind === "stored") return leaveWith(outcome.answer);
		if (outcome.kind === "mend") {
			if (outcome.errors.some(({ field }) => field === "attachments")) files.restart();
			return showErrors(root, outcome.errors);
		}
		if (outcome.kind === "earlier") return offer(outcome.answer, outcome.why, lost);
		if (outcome.newKey) newMessage();
		(window as { turnstile?: { reset: () => void } }).turnstile?.reset();
		showTrouble(root, `${outcome.problem.title} ${outcome.problem.detail} ${t.wordsKept}`);
	}

	/** Says why it waits, once, and tries again later. */
	function wait(why: string, atLeast: number): void {
		say(root, "send-status", t.waiting);
		if (queue.why() !== why) showTrouble(root, why, stop);
		queue.retry(why, atLeast);
	}

	function stop(): void {
		queue.stop();
		clearMessages(root);
		say(root, "send-status", t.notSent);
		submit?.focus();
	}

	function newMessage(): void {
		renewKey(root);
		files.restart();
	}

	function offer(answer: TicketAnswer, why: "duplicate" | "edited", lost: string | null): void {
		const read = () => readSending(root, { trail, files: files.ids() }).words;
		offerNote(
			root,
			{ answer, why, lost, read },
			{
				// Words that are with nobody yet stay.
				onOpen: () => (why === "edited" ? arrived(answer) : settled(answer)),
				onNoted: () => leaveWith(answer),
				onNew() {
					clearMessages(root);
					newMessage();
					void attempt();
				},
			},
		);
	}

	function arrived(answer: TicketAnswer): void {
		contactVisit().settled = true;
		forgetDeflectionTokens();
		rememberTicket(answer);
	}

	function settled(answer: TicketAnswer): void {
		forgetDraft();
		arrived(answer);
	}

	function leaveWith(answer: TicketAnswer): void {
		settled(answer);
		location.assign(answer.statusUrl);
	}

	root.addEventListener("submit", (event) => {
		event.preventDefault();
		if (busy) return;
		queue.stop();
		clearMessages(root);
		// A field that people do not see: programs fill it in, and fill it in again.
		if (hiddenValue(root, "leave_empty") !== "") {
			setField(root, "leave_empty", "");
			showTrouble(root, t.automatic);
			return;
		}
		void attempt();
	});
	// What is being rewritten is not sent behind the customer's back.
	root.addEventListener("input", () => {
		if (!queue.waits()) return;
		queue.stop();
		clearMessages(root);
		say(root, "send-status", t.changing);
	});
	addEventListener("online", () => queue.waits() && void attempt());
}
