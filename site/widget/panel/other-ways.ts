import { telAddress } from "#site/lib/tel-address.ts";
import { make, makeOutwardLink } from "../dom.ts";
import type { Written } from "./ticket.ts";
import type { Tools } from "./views.ts";

/** Ways to a person that need neither this page nor the Worker: the whole form, mail with the words in it, phone. */
export function otherWays({ config, page }: Tools, { subject, description }: Pick<Written, "subject" | "description">): HTMLElement {
	const { t, support, base } = config;
	const mail = `mailto:${support.email}?${new URLSearchParams({ subject, body: description }).toString().replaceAll("+", "%20")}`;
	return make(
		"ul",
		{ class: "ways" },
		make("li", {}, makeOutwardLink(t.widget.wholeForm, page(`${base}/contact/${subject ? `?q=${encodeURIComponent(subject)}` : ""}`))),
		make("li", {}, make("a", { href: mail }, `${t.send.byEmail} (`, make("span", { dir: "ltr" }, support.email), ")")),
		...support.phones.map(({ label, number, when }) => make("li", {}, `${label}: `, make("a", { href: telAddress(number), dir: "ltr" }, number), ` (${when})`)),
	);
}
