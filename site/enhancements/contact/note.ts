import type { ComparedField } from "./changes.ts";
import type { ContactWords } from "./words.ts";

/** Words that a note takes besides the words themselves: which part it is. */
const headLength = 20;

/**
 * What changed, as a note; "" where nothing did. Files are no part of a note.
 *
 * @param names how a note names each field
 * @param wordsIn what a field says to the customer; "" when they took out what was there
 */
export function noteOf(fields: readonly ComparedField[], names: ContactWords["t"]["note"], wordsIn: (field: ComparedField) => string): string {
	return fields
		.filter((field) => field !== "attachments")
		.map((field) => {
			const words = wordsIn(field);
			return `${names[field]}:${words.includes("\n") ? "\n" : " "}${words || names.takenOut}`;
		})
		.join("\n\n")
		.toWellFormed();
}

/** Where a text that is too long is cut: at a paragraph, a line or a word in its second half, never inside a character. */
function cutAt(text: string, most: number): number {
	for (const gap of ["\n\n", "\n", " "]) {
		const place = text.lastIndexOf(gap, most - gap.length);
		if (place > most / 2) return place + gap.length;
	}
	return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** A text in as many notes as it takes, none of its words left out. @param most characters of a note */
export function splitNote(text: string, most: number): string[] {
	if (text.length <= most) return [text];
	const parts: string[] = [];
	for (let rest = text; rest !== "";) {
		const end = rest.length <= most - headLength ? rest.length : cutAt(rest, most - headLength);
		parts.push(rest.slice(0, end).trim());
		rest = rest.slice(end);
	}
	const full = parts.filter((part) => part !== "");
	return full.map((part, place) => `(${place + 1} of ${full.length})\n${part}`);
}
