import { elementsOf, linesIn, membersOf, shapeOf, valuesIn, type Span } from "./scan.ts";

/** A thing with an `id` in a file, or a piece in which the file breaks off. */
export interface Found extends Span {
	/** Name of the list or member it stands in. Example: `articles`; undefined where it stands by itself. */
	list: string | undefined;
}

/** Pages lie in lists of pages and in envelopes (`{"data": {"articles": […]}}`); none lies deeper. */
const deepest = 6;

/**
 * Finds everything that has an `id`, however it is packed: pages of lists, one thing a file, lists of pages, JSON lines. What an
 * API puts around its pages (`next_page`, `count`) is passed over.
 */
export function* findRecords(bytes: Buffer, { lines }: { lines: boolean }): Generator<Found> {
	for (const value of lines ? linesIn(bytes) : valuesIn(bytes)) yield* walk(bytes, value, undefined, 0);
}

function* walk(bytes: Buffer, value: Span, list: string | undefined, depth: number): Generator<Found> {
	const shape = shapeOf(bytes, value);
	if (shape === "single" || depth > deepest) {
		if (!value.complete) yield { ...value, list };
		return;
	}
	if (shape === "list") {
		for (const element of elementsOf(bytes, value)) yield* walk(bytes, element, list, depth + 1);
		return;
	}
	const inside: { name: string; value: Span }[] = [];
	for (const member of membersOf(bytes, value)) {
		if (member.name === "id") {
			yield { ...value, list };
			return;
		}
		if (shapeOf(bytes, member.value) !== "single") inside.push(member);
	}
	for (const member of inside) yield* walk(bytes, member.value, member.name, depth + 1);
	if (!value.complete && inside.every((member) => member.value.complete)) yield { ...value, start: inside.at(-1)?.value.end ?? value.start, list };
}
