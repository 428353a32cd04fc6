import { forgetTicket, knownTickets, type KnownTicket } from "#site/browser/known-tickets.ts";
import { make, makeButton } from "./fields.ts";

/** Lists the messages whose links this browser holds, each with a button that forgets it. */
export function showKnownTickets(): void {
	const box = document.querySelector<HTMLElement>("[data-known-tickets]");
	const list = box?.querySelector<HTMLElement>("[data-known-list]");
	if (!box || !list) return;

	function show(tickets: KnownTicket[]): void {
		if (box) box.hidden = tickets.length === 0;
		list?.replaceChildren(...tickets.map(line));
	}

	function line({ token, reference, at }: KnownTicket): HTMLLIElement {
		const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(at);
		const forget = makeButton(
			"Forget",
			() => {
				show(forgetTicket(token));
				(list?.querySelector("button") ?? document.querySelector<HTMLElement>("#other-ways"))?.focus();
			},
			{ class: "link", "aria-label": `Forget the link to ${reference}` },
		);
		return make("li", {}, make("a", { href: `/status/${encodeURIComponent(token)}` }, reference), ` of ${day} `, forget);
	}

	show(knownTickets());
}
