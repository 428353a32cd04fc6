import type { TrailEntry } from "#contract/tickets.ts";
import { keep, recall } from "#site/browser/visit.ts";
import { describeBrowser } from "#site/lib/describe-browser.ts";
import { describeTrail } from "#site/lib/describe-trail.ts";
import { make, makeButton, say } from "./fields.ts";

/** What goes along with a message unless the customer takes it out. */
export interface Trail {
	/** Empty where nothing may go along. */
	read(): { trail: TrailEntry[]; environment: string[] };
}

/** Path of the page of this site that the customer came from, or "". */
function pageBefore(): string {
	try {
		const { origin, pathname } = new URL(document.referrer);
		return origin === location.origin && pathname !== location.pathname ? pathname : "";
	} catch {
		return "";
	}
}

/** Shows what goes along, one thing a line, each with a button that takes it out. */
export function showTrail(root: HTMLFormElement): Trail {
	const box = root.querySelector<HTMLDetailsElement>("[data-trail]");
	const list = root.querySelector<HTMLElement>("[data-trail-list]");
	const agrees = root.querySelector<HTMLInputElement>("[data-trail-send]");
	const browser = describeBrowser(navigator.userAgent);
	const page = pageBefore();
	const surroundings = new Map([
		...(browser ? [["browser", `Sent from ${browser}`] as const] : []),
		...(page ? [["page", `Came from the page ${page}`] as const] : []),
	]);
	// Steps that cannot be described were not made by this site; they are sent, and the Worker judges them.
	let steps = recall("trail");

	function line(words: string, onRemove: () => void): HTMLLIElement {
		const remove = makeButton(
			"Remove",
			() => {
				const position = [...(list?.querySelectorAll("button") ?? [])].indexOf(remove);
				onRemove();
				show();
				say(root, "trail-status", `Removed: ${words}`);
				const left = list?.querySelectorAll("button") ?? [];
				(left[Math.min(position, left.length - 1)] ?? box?.querySelector("summary"))?.focus();
			},
			{ class: "link", "aria-label": `Remove: ${words}` },
		);
		return make("li", {}, `${words} `, remove);
	}

	function removeStep(step: TrailEntry): void {
		steps = steps.filter((other) => other !== step);
		keep("trail", steps);
	}

	function show(): void {
		const about = [...surroundings].map(([kind, words]) => line(words, () => surroundings.delete(kind)));
		list?.replaceChildren(...steps.map((step) => line(describeTrail(step), () => removeStep(step))), ...about);
		if (box) box.hidden = steps.length + surroundings.size === 0;
	}

	show();
	// A suggestion that was read or refused above is a step, too.
	box?.addEventListener("toggle", () => {
		steps = recall("trail");
		show();
	});
	return {
		read() {
			if (agrees?.checked === false) return { trail: [], environment: [] };
			return { trail: recall("trail"), environment: [...surroundings.values()] };
		},
	};
}
