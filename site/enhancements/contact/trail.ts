import type { TrailEntry } from "#contract/tickets.ts";
import { articleBefore } from "#site/browser/contact-visit.ts";
import { keep, onTrailChange, recall } from "#site/browser/visit.ts";
import { describeBrowser } from "#site/lib/describe-browser.ts";
import { describeTrail } from "#site/lib/describe-trail.ts";
import { make, makeButton, say } from "./fields.ts";
import { contactWords } from "./words.ts";

/** What goes along with a message unless the customer takes it out. */
export interface Trail {
	/** What is shown; empty where nothing may go along. `article`: the one that the customer came from. */
	read(): { trail: TrailEntry[]; environment: string[]; article: string | undefined };
}

/** Path of the page of this site that the customer came from, or "". The address of a message's own page is nobody else's. */
function pageBefore(): string {
	try {
		const { origin, pathname } = new URL(document.referrer);
		return origin === location.origin && pathname !== location.pathname && !pathname.startsWith("/status/") ? pathname : "";
	} catch {
		return "";
	}
}

/** Words as they are sent: marks of direction are for the page only. */
const withoutIsolates = (words: string) => words.replace(/[\u2066-\u2069]/g, "");

/** Shows what goes along, one thing a line, each with a button that takes it out. */
export function showTrail(root: HTMLFormElement): Trail {
	const box = root.querySelector<HTMLDetailsElement>("[data-trail]");
	const list = root.querySelector<HTMLElement>("[data-trail-list]");
	const agrees = root.querySelector<HTMLInputElement>("[data-trail-send]");
	const { t, say: fill } = contactWords();
	const spoken = { t: t.trail, say: fill };
	const browser = describeBrowser(navigator.userAgent, spoken);
	const page = pageBefore();
	let article = articleBefore();
	const surroundings = new Map([
		...(browser ? [["browser", fill(t.trail.browser, { browser })] as const] : []),
		...(page ? [["page", fill(t.trail.page, { page })] as const] : []),
	]);
	// Steps that cannot be described were not made by this site; they are sent, and the Worker judges them.
	let steps = recall("trail");

	function line(words: string, onRemove: () => void): HTMLLIElement {
		const remove = makeButton(
			t.remove,
			() => {
				const position = [...(list?.querySelectorAll("button") ?? [])].indexOf(remove);
				onRemove();
				show();
				say(root, "trail-status", fill(t.removed, { what: words }));
				const left = list?.querySelectorAll("button") ?? [];
				(left[Math.min(position, left.length - 1)] ?? box?.querySelector("summary"))?.focus();
			},
			{ class: "link", "aria-label": fill(t.removeThis, { what: words }) },
		);
		return make("li", {}, `${words} `, remove);
	}

	function removeStep(step: TrailEntry): void {
		steps = steps.filter((other) => other !== step);
		keep("trail", steps);
	}

	function show(): void {
		const about = [...surroundings].map(([kind, words]) => line(words, () => surroundings.delete(kind)));
		const title = document.querySelector("[data-from-article] a")?.textContent ?? article;
		const from = article === undefined ? [] : [line(fill(t.trail.article, { title: title ?? "" }), () => (article = undefined))];
		list?.replaceChildren(...steps.map((step) => line(describeTrail(step, spoken), () => removeStep(step))), ...from, ...about);
		if (box) box.hidden = steps.length + from.length + surroundings.size === 0;
	}

	show();
	// A suggestion that was read or refused above is a step, too.
	onTrailChange(() => {
		steps = recall("trail");
		show();
	});
	return {
		read() {
			if (agrees?.checked === false) return { trail: [], environment: [], article: undefined };
			return { trail: steps, environment: [...surroundings.values()].map(withoutIsolates), article };
		},
	};
}
