import { telAddress } from "#site/lib/tel-address.ts";
import { make, makeButton, readFields } from "./fields.ts";
import { contactWords } from "./words.ts";

/** Longer links are cut by some mail programs. */
const longestBody = 1600;

/** A mail to support with the customer's words in it. */
export function mailAddress(root: HTMLFormElement): string {
	const { subject, description, tried, product, environment, name, company } = readFields(root);
	const { t, say } = contactWords();
	const parts = [description, tried && say(t.iTried, { tried }), [product, environment].filter(Boolean).join(", "), [name, company].filter(Boolean).join(", ")];
	const body = parts.filter(Boolean).join("\n\n").slice(0, longestBody).toWellFormed();
	return `mailto:${root.dataset["email"] ?? ""}?subject=${encodeURIComponent(subject.toWellFormed())}&body=${encodeURIComponent(body)}`;
}

/** Says why a message was not sent, and what else can be done: e-mail with the words in it, and the phone. */
export function showTrouble(root: HTMLFormElement, why: string, onStop?: () => void): void {
	const box = root.querySelector<HTMLElement>("[data-trouble]");
	if (!box) return;
	const { email, hotline } = root.dataset;
	const { t, say } = contactWords();
	const ways = [
		...(email ? [make("a", { href: mailAddress(root) }, t.byEmail)] : []),
		...(hotline ? [make("a", { href: telAddress(hotline) }, say(t.call, { hotline }))] : []),
	];
	const items = ways.map((way) => make("li", {}, way));
	const stop = onStop ? [makeButton(t.stop, onStop)] : [];
	box.replaceChildren(make("p", { role: "alert" }, why), make("ul", {}, ...items), ...stop);
	box.hidden = false;
}
