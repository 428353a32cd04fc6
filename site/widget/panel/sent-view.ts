import type { TicketAnswer } from "#contract/tickets.ts";
import { make, makeButton, makeOutwardLink } from "../dom.ts";
import type { View } from "./frame.ts";
import type { Tools } from "./views.ts";

/** A message is stored: its reference, by when a person answers, and where it can be followed. */
export function sentView({ config, page, go }: Tools, { reference, promisedInWords, statusUrl }: TicketAnswer, note?: string): View {
	const { widget } = config.t;
	const element = make(
		"div",
		{ class: "view" },
		make("h1", {}, widget.sent),
		...(note ? [make("p", { class: "note" }, note)] : []),
		make("p", {}, make("strong", {}, widget.reference.replace("{reference}", reference))),
		make("p", {}, widget.promise.replace("{moment}", promisedInWords)),
		make(
			"div",
			{ class: "foot" },
			makeOutwardLink(widget.follow, page(statusUrl), { class: "main" }),
			makeButton(widget.back, () => go.home({}), { class: "quiet" }),
		),
	);
	return { title: widget.sent, element };
}
