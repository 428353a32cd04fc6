import { DeskRefusal } from "../desk-client.ts";

/** What a desk's answer holds at a path; undefined where it holds nothing there. Example: `answerAt(json, "ticket", "id")` */
export function answerAt(answer: unknown, ...path: (string | number)[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
		answer,
	);
}

/** A text or number of an answer as text; null where there is none. */
export function textAt(answer: unknown, ...path: (string | number)[]): string | null {
	const value = answerAt(answer, ...path);
	return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : null;
}

/** The same in at most 100 characters: a name or number of something. */
export function wordAt(answer: unknown, ...path: (string | number)[]): string | null {
	return (
		textAt(answer, ...path)
			?.slice(0, 100)
			.toWellFormed() ?? null
	);
}

/** A list of an answer; empty where there is none. */
export function listAt(answer: unknown, ...path: (string | number)[]): unknown[] {
	const value = answerAt(answer, ...path);
	return Array.isArray(value) ? value : [];
}

/**
 * The list that was asked for, to look for something. No list is not the same as an empty one: who took it for that would make a
 * ticket twice.
 *
 * @throws DeskRefusal where there is none
 */
export function foundAt(answer: unknown, ...path: (string | number)[]): unknown[] {
	const value = answerAt(answer, ...path);
	if (!Array.isArray(value)) throw new DeskRefusal({ kind: "retry", reason: "the desk's answer to a question was not understood" });
	return value;
}

/**
 * What the desk calls the ticket that it has just made.
 *
 * @throws DeskRefusal where it does not say: whoever answered may not have been the desk, so the next attempt looks there
 */
export function madeAt(answer: unknown, ...path: (string | number)[]): string {
	const word = wordAt(answer, ...path);
	if (word === null) throw new DeskRefusal({ kind: "retry", reason: "the desk did not say which ticket it made" });
	return word;
}

/** Whether a mark stands in any text of an answer, however deep. */
export function holdsMark(answer: unknown, mark: string): boolean {
	const left: unknown[] = [answer];
	for (let value = left.pop(); value !== undefined; value = left.pop()) {
		if (typeof value === "string" && value.includes(mark)) return true;
		if (typeof value === "object" && value !== null) for (const part of Object.values(value)) left.push(part ?? null);
	}
	return false;
}
