import type { TrailEntry } from "#contract/tickets.ts";
import { describeTrail } from "#site/lib/describe-trail.ts";
import { make, makeButton } from "../dom.ts";
import type { Tools } from "./views.ts";

/** Shows what goes along with a message, one thing a line, each with a button that takes it out. */
export function trailBox({ config, session, frame, say }: Tools): { element: HTMLElement; read: () => TrailEntry[] } {
	const { contact, send } = config.t;
	const list = make("ul", {});
	const summary = make("summary", {}, contact.trail);
	const element = make("details", { class: "trail" }, summary, list);

	function show(): void {
		const entries = session.trail();
		element.hidden = entries.length === 0;
		list.replaceChildren(
			...entries.map((entry) => {
				const words = describeTrail(entry, { t: send.trail, say });
				const remove = makeButton(send.remove, () => takeOut(entry, words), { class: "words", "aria-label": send.removeThis.replace("{what}", words) });
				return make("li", {}, `${words} `, remove);
			}),
		);
	}

	function takeOut(entry: TrailEntry, words: string): void {
		session.forget(entry);
		show();
		frame.announce(send.removed.replace("{what}", words));
		(list.querySelector("button") ?? summary).focus();
	}

	show();
	// Something may have been read since the form was opened.
	element.addEventListener("toggle", show);
	return { element, read: session.trail };
}
