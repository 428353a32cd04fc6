import type { Priority } from "#contract/priority.ts";

/** What the help above the form and the form itself know of each other. */
export interface ContactState {
	/** What was asked above the form. */
	question: string;
	/** What stands in the form, besides the question. */
	description: string;
	/** Ticket category that is chosen, or "". */
	category: string;
	priority: Priority;
	/** Known incident to which this message is added, or "". */
	incident: string;
	/** How many articles are suggested. */
	suggested: number;
}

let state: ContactState = { question: "", description: "", category: "", priority: "P5", incident: "", suggested: 0 };
const listeners = new Set<() => void>();

/** The state now. The same object until something changes. */
export function contactState(): ContactState {
	return state;
}

/** Changes a part of the state and tells whoever listens, if it is a change. */
export function changeContact(part: Partial<ContactState>): void {
	const next = { ...state, ...part };
	if ((Object.keys(part) as (keyof ContactState)[]).every((key) => state[key] === next[key])) return;
	state = next;
	for (const listener of listeners) listener();
}

/** Calls back after each change. @returns what ends it */
export function onContactChange(listener: () => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}
