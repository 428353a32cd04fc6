import { forgetTicket, knownTickets, type KnownTicket } from "#site/browser/known-tickets.ts";
import { make, makeButton } from "./fields.ts";
import { contactWords } from "./words.ts";

/** Lists the messages whose links this browser holds, each with a button that forgets it. */
export function showKnownTickets(): void {
	const box = document.querySelector<HTMLElement>("[data-known-tickets]");
	const list = box?.querySelector<HTMLElement>("[data-known-list]");
	const { t, say, format } = contactWords();
	if (!box || !list) return;

	function show(tickets: KnownTicket[]): void {
		if (box) box.hidden = tickets.length === 0;
		list?.replaceChildren(...tickets.map(line));
	}

	function line({ token, reference, at }: KnownTicket): HTMLLIElement {
		const day = new Intl.DateTimeFormat(format, { day: "numeric", month: "long" }).format(at);
		const forget = makeButton(
			t.forget,
			() => {
				show(forgetTicket(token));
				(list?.querySelector("button") ?? document.querySelector<HTMLElement>("#other-ways"))?.focus();
			},
			{ class: "link", "aria-label": say(t.forgetLink, { reference }) },
		);
		return make("li", {}, make("a", { href: `/status/${encodeURIComponent(token)}` }, reference), ` ${say(t.sentOn, { day })} `, forget);
	}

	show(knownTickets());
}
