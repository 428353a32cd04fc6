import { limits } from "#contract/limits.ts";
import { priorityOf } from "#contract/priority.ts";
import type { FieldError } from "#contract/problem.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { wordsOf } from "#site/enhancements/contact/changes.ts";
import { deliver, type Outcome } from "#site/enhancements/contact/deliver.ts";
import { severityQuestions } from "#site/lib/severity-questions.ts";
import { telAddress } from "#site/lib/tel-address.ts";
import { make, makeOutwardLink } from "../dom.ts";
import { fieldOf, type Field } from "./field.ts";
import type { View } from "./frame.ts";
import { tell } from "../tell.ts";
import { faultOf, readClaims } from "./identity.ts";
import { otherWays } from "./other-ways.ts";
import { sentView } from "./sent-view.ts";
import { buildSending, type Written } from "./ticket.ts";
import { trailBox } from "./trail-box.ts";
import type { Tools } from "./views.ts";

/**
 * The short form: what it is about, what happened, how urgent it is, and who asks.
 *
 * @param words what was searched for last; empty for nothing
 * @param onSent called when it is stored and a new form may begin
 */
export function contactView(tools: Tools, words: string, onSent: () => void): View {
	const { config, session, frame, identity } = tools;
	const { t, categories, locale } = config;
	const { contact } = t;
	const claims = readClaims(identity());
	const fault = identity() === "" ? null : faultOf(identity(), config.url, Date.now());
	if (fault) tell(`the identity is not taken: ${fault}.`);
	const severity = severityQuestions(contact.severity);
	const choices = (list: readonly { value: string; label: string; preset: boolean }[]) =>
		make("select", {}, ...list.map(({ value, label, preset }) => make("option", { value, selected: preset }, label)));
	const account = claims.email === "" ? undefined : t.widget.signedIn;
	const fields = {
		subject: fieldOf("subject", contact.subject, make("input", { maxlength: limits.subject, required: true, value: words })),
		description: fieldOf("description", contact.happened, make("textarea", { rows: 5, maxlength: limits.longText, required: true }), contact.happenedHelp),
		category: fieldOf(
			"category",
			contact.topic,
			make(
				"select",
				{ required: true },
				make("option", { value: "" }, contact.choose),
				...categories.map(({ id, label }) => make("option", { value: id }, label)),
			),
		),
		impairment: fieldOf("impairment", severity.impairment.legend, choices(severity.impairment.choices)),
		affected: fieldOf("affected", severity.affected.legend, choices(severity.affected.choices)),
		risk: fieldOf("risk", severity.risk.legend, choices(severity.risk.choices)),
		name: fieldOf("name", contact.name, make("input", { maxlength: limits.name, required: true, autocomplete: "name", value: claims.name })),
		email: fieldOf(
			"email",
			contact.email,
			make("input", { type: "email", maxlength: limits.email, required: true, autocomplete: "email", value: claims.email }),
			account,
		),
	} satisfies Record<keyof Written, Field>;
	const trail = trailBox(tools);
	const promised = make("p", { class: "muted", role: "status" });
	const emergency = make("p", { class: "note", role: "alert", hidden: true });
	const message = make("div", { class: "message", role: "alert", hidden: true });
	const whole = makeOutwardLink(t.widget.wholeForm, tools.page(`${config.base}/contact/`));
	const send = make("button", { class: "main" }, contact.send);
	const form = make(
		"form",
		{ novalidate: true },
		...[fields.subject, fields.description, fields.category].map((field) => field.element),
		make(
			"fieldset",
			{},
			make("legend", {}, t.widget.urgency),
			...[fields.impairment, fields.affected, fields.risk].map((field) => field.element),
			promised,
			emergency,
		),
		...[fields.name, fields.email].map((field) => field.element),
		trail.element,
		message,
		make("div", { class: "foot" }, send, whole),
	);
	const heading = make("h1", { tabindex: -1 }, contact.title);
	const element = make("div", { class: "view" }, heading, form);
	const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const visit = session.record({ type: "contact_opened" });
	let key: string = crypto.randomUUID();
	let lost: string | null = null;
	let isSending = false;
	let isStored = false;

	function written(): Written {
		return Object.fromEntries(Object.entries(fields).map(([name, { control }]) => [name, control.value.trim()])) as unknown as Written;
	}

	/** By when a person answers. That the Worker cannot be asked is said before somebody writes much. */
	async function tellPromise(): Promise<void> {
		const priority = priorityOf(written());
		const { hotline } = config.support;
		emergency.hidden = priority !== "P1" || hotline === null;
		if (hotline !== null && !emergency.hidden) emergency.replaceChildren(...phoneIn(t.send.call, hotline));
		const reply = await session.wire.promise(priority, timeZone);
		if (priority !== priorityOf(written())) return;
		promised.textContent = reply.ok ? t.widget.promise.replace("{moment}", reply.answer.promisedInWords) : "";
		if (reply.ok && reply.answer.formOnly) leadAway();
		if (!reply.ok && !reply.problem && navigator.onLine) {
			heading.after(message);
			complain(t.widget.notFromHere);
		}
	}

	/** The way to the contact page instead of a form that cannot be sent; words that somebody has begun stay. */
	function leadAway(): void {
		const { subject, description } = fields;
		if (description.control.value !== "" || subject.control.value !== words) return complain(t.widget.formOnly);
		form.replaceWith(make("p", {}, t.widget.formOnly), otherWays(tools, written()));
		heading.focus();
	}

	function complain(text: string): void {
		message.hidden = false;
		message.replaceChildren(make("p", {}, text), otherWays(tools, written()));
		// It is the first of the other ways.
		whole.hidden = true;
	}

	function mend(errors: readonly FieldError[]): void {
		const wrong = errors.flatMap(({ field, message: said }) => {
			const found = Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : undefined;
			found?.complain(said);
			return found ?? [];
		});
		message.hidden = false;
		message.replaceChildren(make("p", {}, t.widget.fieldWrong));
		wrong[0]?.control.focus();
	}

	function stored({ answer, note }: { answer: TicketAnswer; note?: string }): void {
		isStored = true;
		onSent();
		frame.show(sentView(tools, answer, note), { replace: true });
	}

	async function sendNow(): Promise<void> {
		if (isSending) return;
		for (const field of Object.values(fields)) field.complain("");
		message.hidden = true;
		whole.hidden = false;
		form.lastElementChild?.before(message);
		const wrong = Object.values(fields).filter(({ control }) => !control.checkValidity());
		if (wrong.length > 0) {
			mend(wrong.map(({ name }) => ({ field: name, message: t.fields[name as keyof typeof t.fields] })));
			return;
		}
		isSending = true;
		send.setAttribute("aria-disabled", "true");
		send.textContent = t.send.sending;
		const sending = buildSending(written(), { key, identity: identity(), locale, timeZone, contact: visit, trail: trail.read(), lost });
		// The ledger must know of the visit before the message that ends it.
		session.flush();
		const outcome = await deliver(sending, { find: session.wire.find, send: session.wire.send, isMendable: (field) => Object.hasOwn(fields, field) });
		isSending = false;
		send.removeAttribute("aria-disabled");
		send.textContent = contact.send;
		// Nobody knows whether it is stored: the next try has the same key, and asks first.
		if (outcome.kind === "later" && !outcome.reached) lost = wordsOf(sending.words);
		if (outcome.kind === "refused" && outcome.newKey) [key, lost] = [crypto.randomUUID(), null];
		show(outcome);
	}

	function show(outcome: Outcome): void {
		switch (outcome.kind) {
			case "stored":
				return stored({ answer: outcome.answer });
			case "earlier":
				return stored({ answer: outcome.answer, note: t.widget.editedLate });
			case "mend":
				return mend(outcome.errors);
			case "later":
				return complain(t.widget.unreached);
			case "refused":
				// Sending once more, as its words advise, helps on the contact page alone.
				return complain(outcome.problem.type.endsWith("/not-a-person") ? t.widget.formOnly : `${outcome.problem.title} ${outcome.problem.detail}`);
		}
	}

	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void sendNow();
	});
	for (const { control } of [fields.impairment, fields.affected, fields.risk]) control.addEventListener("change", () => void tellPromise());
	void tellPromise();
	return {
		title: contact.title,
		element,
		focus: () => fields.subject.control.focus(),
		onLeave() {
			if (!isStored) session.record({ type: "contact_abandoned", contact: visit });
		},
	};

	function phoneIn(text: string, number: string): (Node | string)[] {
		const [before = "", after = ""] = text.split("{hotline}");
		return [before, make("a", { href: telAddress(number), dir: "ltr" }, number), after];
	}
}
