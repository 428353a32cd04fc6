import { recordEvent, sendTicket, type Reply } from "#site/api-client.ts";
import { priorityOf, type SeverityAnswers } from "#contract/priority.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { describeTrail } from "#site/lib/describe-trail.ts";
import { contactVisit } from "#site/lib/contact-visit.ts";
import { deflectionTokens, forgetDeflectionTokens, trail, visitId } from "#site/lib/visit.ts";

/** Sends the contact form without leaving the page and keeps every word until it is stored. Without script the form is sent as it is. */
const draftKey = "contact-draft";
const kept = ["subject", "category", "description", "tried", "affected", "impairment", "risk", "name", "email", "company", "environment", "key"];
const form = document.querySelector<HTMLFormElement>("[data-contact-form]");

function value(data: FormData, name: string): string {
	return String(data.get(name) ?? "").trim();
}

function readTicket(root: HTMLFormElement): Ticket {
	const data = new FormData(root);
	const sendTrail = root.querySelector<HTMLInputElement>("[data-trail-send]")?.checked ?? false;
	const text = Object.fromEntries(kept.map((name) => [name, value(data, name)] as const).filter(([, words]) => words !== ""));
	return {
		...(text as unknown as Ticket),
		subject: value(data, "subject"),
		trail: sendTrail ? trail() : [],
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		contact: contactVisit().id,
		deflectionTokens: deflectionTokens(),
		locale: document.documentElement.lang || "en",
		session: visitId(),
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

function showErrors(root: HTMLFormElement, errors: { field: string; message: string }[]): void {
	const box = root.querySelector<HTMLElement>("[data-form-errors]");
	if (!box) return;
	const title = document.createElement("h2");
	title.textContent = "Your message was not sent yet";
	const list = document.createElement("ul");
	for (const element of root.querySelectorAll("[aria-invalid]")) element.removeAttribute("aria-invalid");
	for (const { field, message } of errors) {
		const item = document.createElement("li");
		const link = document.createElement("a");
		link.href = `#field-${field}`;
		link.textContent = message;
		link.addEventListener("click", (event) => {
			event.preventDefault();
			(root.elements.namedItem(field) as HTMLElement | null)?.focus();
		});
		root.querySelector(`[name="${CSS.escape(field)}"]`)?.setAttribute("aria-invalid", "true");
		item.append(link);
		list.append(item);
	}
	box.replaceChildren(title, list);
	box.hidden = false;
	box.focus();
}

function showFailure(root: HTMLFormElement, reply: Reply<TicketAnswer>): void {
	if (reply.ok) return;
	if (reply.problem?.errors) return showErrors(root, reply.problem.errors);
	const status = root.querySelector<HTMLElement>("[data-send-status]");
	const { email, hotline } = root.dataset;
	const why = reply.problem ? `${reply.problem.title} ${reply.problem.detail}` : "We could not be reached.";
	if (status) status.textContent = `${why} Your words are kept here. Try again, or write to ${email ?? "us"}${hotline ? `, or call ${hotline} in an emergency` : ""}.`;
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
		if (submit) submit.disabled = true;
		const reply = await sendTicket(readTicket(root));
		if (submit) submit.disabled = false;
		if (!reply.ok) {
			// The key was used with other words: this is a new message, and gets a key of its own at the next try.
			if (reply.problem?.type === "/problems/key-reused") key.value = crypto.randomUUID();
			showFailure(root, reply); return;
		}
		contactVisit().settled = true;
		localStorage.removeItem(draftKey);
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
	const items = trail();
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
		if (!ownSubject) subject.value = question.slice(0, 150);
		if (!ownCategory) category.value = guessCategory(category, question);
	});
}

function guessCategory(category: HTMLSelectElement, text: string): string {
	const lower = text.toLowerCase();
	const hits = [...category.options].map((option) => ({ value: option.value, hits: (option.dataset["signals"] ?? "").split("|").filter((signal) => signal && lower.includes(signal.toLowerCase())).length }));
	const best = hits.sort((a, b) => b.hits - a.hits)[0];
	return best && best.hits > 0 ? best.value : "";
}

/** Who describes an emergency sees the hotline at once. */
function warnOfEmergency(root: HTMLFormElement): void {
	const notice = root.querySelector<HTMLElement>("[data-emergency]");
	if (!notice) return;
	root.addEventListener("change", () => {
		const data = new FormData(root);
		notice.hidden = priorityOf({ affected: value(data, "affected"), impairment: value(data, "impairment"), risk: value(data, "risk") } as SeverityAnswers) !== "P1";
	});
}

if (form) enhance(form);
