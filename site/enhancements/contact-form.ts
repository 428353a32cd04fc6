import { recordEvent, sendTicket, type Reply } from "#site/api-client.ts";
import { articleBefore, contactVisit } from "#site/browser/contact-visit.ts";
import { deflectionTokens, forgetDeflectionTokens, recall } from "#site/browser/visit.ts";
import { limits } from "#contract/limits.ts";
import { priorityOf, type SeverityAnswers } from "#contract/priority.ts";
import type { FieldError } from "#contract/problem.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { describeTrail } from "#site/lib/describe-trail.ts";

/** Sends the contact form without leaving the page and keeps every word until it is stored. Without script the form is sent as it is. */
const draftKey = "contact-draft";
const kept = ["subject", "category", "description", "tried", "affected", "impairment", "risk", "name", "email", "company", "product", "environment", "key"];
const form = document.querySelector<HTMLFormElement>("[data-contact-form]");

function value(data: FormData, name: string): string {
	return String(data.get(name) ?? "").trim();
}

/** What the customer wrote, without anything that came along by itself. */
function readWords(root: HTMLFormElement): Ticket {
	const data = new FormData(root);
	const text = Object.fromEntries(kept.map((name) => [name, value(data, name)] as const).filter(([, words]) => words !== ""));
	return { ...(text as unknown as Ticket), subject: value(data, "subject"), locale: document.documentElement.lang || "en" };
}

function readTicket(root: HTMLFormElement): Ticket {
	const sendTrail = root.querySelector<HTMLInputElement>("[data-trail-send]")?.checked ?? false;
	const article = articleBefore();
	return {
		...readWords(root),
		...(article && { article }),
		trail: sendTrail ? recall("trail") : [],
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		contact: contactVisit().id,
		deflectionTokens: deflectionTokens(),
	};
}

function saveDraft(root: HTMLFormElement): void {
	const data = new FormData(root);
	try {
		localStorage.setItem(draftKey, JSON.stringify(Object.fromEntries(kept.map((name) => [name, value(data, name)]))));
	} catch {
		// Without storage the words are kept by the open page only.
	}
}

function savedDraft(): Record<string, string> {
	try {
		return JSON.parse(localStorage.getItem(draftKey) ?? "{}") as Record<string, string>;
	} catch {
		return {};
	}
}

function restoreDraft(root: HTMLFormElement): void {
	for (const [name, words] of Object.entries(savedDraft())) {
		const element = root.elements.namedItem(name);
		const empty = element instanceof RadioNodeList || (element as HTMLInputElement | null)?.value === "" || name === "key";
		if (words && element && empty) (element as HTMLInputElement | RadioNodeList).value = words;
	}
}

/** Where a field's error is told to assistive technology: the group of radio buttons, or the control itself. */
function fieldOf(root: HTMLFormElement, name: string): HTMLElement | null {
	const named = root.elements.namedItem(name);
	if (named instanceof RadioNodeList) return root.querySelector(`#field-${CSS.escape(name)}`);
	return named instanceof HTMLElement && named.getAttribute("type") !== "hidden" ? named : null;
}

function clearMessages(root: HTMLFormElement): void {
	const box = root.querySelector<HTMLElement>("[data-form-errors]");
	if (box) box.hidden = true;
	box?.replaceChildren();
	for (const message of root.querySelectorAll(".field-error")) message.remove();
	for (const element of root.querySelectorAll("[aria-invalid]")) {
		element.removeAttribute("aria-invalid");
		element.removeAttribute("aria-describedby");
	}
	say(root, "");
}

/** Says how sending goes, in the line below the button. */
function say(root: HTMLFormElement, words: string): void {
	const status = root.querySelector<HTMLElement>("[data-send-status]");
	if (status) status.textContent = words;
}

function markField(root: HTMLFormElement, { field, message }: FieldError): void {
	const control = fieldOf(root, field);
	if (!control) return;
	const words = document.createElement("small");
	words.className = "field-error";
	words.id = `error-${field}`;
	words.textContent = message;
	// Inside a label it would become part of the field's name; as its description it is read all the same.
	words.setAttribute("aria-hidden", "true");
	root.querySelector(`#field-${CSS.escape(field)}`)?.append(words);
	control.setAttribute("aria-invalid", "true");
	control.setAttribute("aria-describedby", words.id);
}

function showErrors(root: HTMLFormElement, errors: FieldError[]): void {
	const box = root.querySelector<HTMLElement>("[data-form-errors]");
	if (!box) return;
	const title = document.createElement("h2");
	title.textContent = "Your message was not sent yet";
	const list = document.createElement("ul");
	for (const error of errors) {
		markField(root, error);
		const item = document.createElement("li");
		const link = document.createElement("a");
		link.href = `#field-${error.field}`;
		link.textContent = error.message;
		link.addEventListener("click", (event) => {
			event.preventDefault();
			root.querySelector<HTMLElement>(`[name="${CSS.escape(error.field)}"]`)?.focus();
		});
		item.append(link);
		list.append(item);
	}
	box.replaceChildren(title, list);
	box.hidden = false;
	box.focus();
}

function showFailure(root: HTMLFormElement, reply: Reply<TicketAnswer>): void {
	if (reply.ok) return;
	const mendable = reply.problem?.errors?.filter(({ field }) => fieldOf(root, field)) ?? [];
	if (mendable.length > 0) return showErrors(root, mendable);
	const { email, hotline } = root.dataset;
	const why = reply.problem ? `${reply.problem.title} ${reply.problem.detail}` : "We could not be reached.";
	say(root, `${why} Your words are kept here. Try again, or write to ${email ?? "us"}${hotline ? `, or call ${hotline} in an emergency` : ""}.`);
}

/** Sends the message. If what came along by itself is what does not fit, the words are sent without it: they matter most. */
async function send(root: HTMLFormElement): Promise<Reply<TicketAnswer>> {
	const reply = await sendTicket(readTicket(root));
	const beyondCustomer = (!reply.ok && reply.problem?.errors?.filter(({ field }) => !fieldOf(root, field))) || [];
	if (beyondCustomer.length === 0) return reply;
	if (beyondCustomer.some(({ field }) => field === "key")) renewKey(root);
	return sendTicket(readWords(root));
}

function renewKey(root: HTMLFormElement): void {
	(root.elements.namedItem("key") as HTMLInputElement).value = crypto.randomUUID();
	saveDraft(root);
}

function enhance(root: HTMLFormElement): void {
	const submit = root.querySelector<HTMLButtonElement>("[data-submit]");
	const key = root.elements.namedItem("key") as HTMLInputElement;
	contactVisit();
	restoreDraft(root);
	key.value ||= crypto.randomUUID();
	root.addEventListener("input", () => saveDraft(root));
	showTrail(root);
	followQuestion(root);
	warnOfEmergency(root);

	root.addEventListener("submit", async (event) => {
		event.preventDefault();
		// A disabled button would lose the focus; this one is only deaf while it works.
		if (submit?.getAttribute("aria-disabled") === "true") return;
		clearMessages(root);
		submit?.setAttribute("aria-disabled", "true");
		say(root, "Sending …");
		const reply = await send(root);
		submit?.removeAttribute("aria-disabled");
		say(root, "");
		if (!reply.ok) {
			// The key was used with other words: this is a new message, and gets a key of its own at the next try.
			if (reply.problem?.type.endsWith("key-reused")) renewKey(root);
			showFailure(root, reply);
			return;
		}
		contactVisit().settled = true;
		try {
			localStorage.removeItem(draftKey);
		} catch {
			// Without storage there was no draft.
		}
		forgetDeflectionTokens();
		location.assign(reply.answer.statusUrl);
	});

	addEventListener("pagehide", () => {
		if (!contactVisit().settled) recordEvent({ type: "contact_abandoned", contact: contactVisit().id });
	});
}

function showTrail(root: HTMLFormElement): void {
	const box = root.querySelector<HTMLElement>("[data-trail]");
	const list = root.querySelector<HTMLElement>("[data-trail-list]");
	const items = recall("trail");
	if (!box || !list || items.length === 0) return;
	box.hidden = false;
	list.replaceChildren(
		...items.map((item) => {
			const element = document.createElement("li");
			element.textContent = describeTrail(item);
			return element;
		}),
	);
}

/** The question asked above becomes the subject, until somebody edits that; its words choose a topic, until somebody does. */
function followQuestion(root: HTMLFormElement): void {
	const subject = root.elements.namedItem("subject") as HTMLInputElement;
	const category = root.elements.namedItem("category") as HTMLSelectElement;
	let ownSubject = subject.value !== "";
	let ownCategory = category.value !== "";
	subject.addEventListener("input", () => {
		ownSubject = true;
		if (!ownCategory) category.value = guessCategory(category, subject.value);
	});
	category.addEventListener("input", () => (ownCategory = true));
	document.addEventListener("contact:question", (event) => {
		const question = (event as CustomEvent<string>).detail;
		if (question === "" && subject.value === "") return;
		if (!ownSubject) subject.value = question.slice(0, limits.subject);
		if (!ownCategory) category.value = guessCategory(category, question);
	});
}

function guessCategory(category: HTMLSelectElement, text: string): string {
	const lower = text.toLowerCase();
	const hits = [...category.options].map((option) => ({
		value: option.value,
		hits: (option.dataset["signals"] ?? "").split("|").filter((signal) => signal && lower.includes(signal.toLowerCase())).length,
	}));
	const best = hits.sort((a, b) => b.hits - a.hits)[0];
	return best && best.hits > 0 ? best.value : "";
}

/** Who describes an emergency sees the hotline at once. */
function warnOfEmergency(root: HTMLFormElement): void {
	const notice = root.querySelector<HTMLElement>("[data-emergency]");
	if (!notice) return;
	root.addEventListener("change", () => {
		const data = new FormData(root);
		notice.hidden =
			priorityOf({ affected: value(data, "affected"), impairment: value(data, "impairment"), risk: value(data, "risk") } as SeverityAnswers) !== "P1";
	});
}

if (form) enhance(form);
