import { limits } from "#contract/limits.ts";

/** An answer that was given: to which question, and what. */
export interface Answered {
	/** Id of the question. */
	id: string;
	answer: string;
}

/** One question or outcome on the page. */
export interface Part {
	id: string;
	section: HTMLElement;
	heading: HTMLElement;
	/** The question, or the outcome's title. */
	words: string;
	isOutcome: boolean;
}

/** The parts of a troubleshooter in reading order, by id. */
export function partsOf(root: HTMLElement): Map<string, Part> {
	const parts = [...root.querySelectorAll<HTMLElement>(".guided-node")].flatMap((section) => {
		const heading = section.querySelector<HTMLElement>("h3[id]");
		if (!heading) return [];
		return [{ id: heading.id, section, heading, words: heading.textContent.trim(), isOutcome: section.classList.contains("guided-outcome") }];
	});
	return new Map(parts.map((part) => [part.id, part]));
}

/** The answers that this entry of the browser's history was reached by. */
export function answersOfEntry(): Answered[] {
	const state: unknown = history.state;
	const kept: unknown = typeof state === "object" && state !== null ? Reflect.get(state, "guided") : undefined;
	return Array.isArray(kept) ? (kept as Answered[]) : [];
}

/** Makes a new entry of the browser's history. */
export function enter(id: string, answers: Answered[]): void {
	history.pushState({ guided: answers.slice(-limits.answers) }, "", `#${encodeURIComponent(id)}`);
}

/** The part that the address names, by its own id or one inside it, such as an old one; undefined where it names none of them. */
export function partInAddress(parts: ReadonlyMap<string, Part>): Part | undefined {
	try {
		const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		return [...parts.values()].find(({ section }) => section.contains(place));
	} catch {
		return undefined;
	}
}
