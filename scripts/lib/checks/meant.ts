import { nearest } from "#site/lib/nearest.ts";

/** What was probably meant by a name that does not exist; nothing when none is close. */
export type Meant = (name: string) => string | undefined;

/** Up to so many names, each is compared letter by letter. */
const few = 400;
/** Of more names, only those are that share the most of its rarest runs of three letters: a thousand wrong links must not take minutes. */
const candidates = 10;
const rarest = 12;
const longestList = 300;

/**
 * Guesses among paths with slashes. The same last part in another folder is likelier meant than a few different letters. What it looks
 * up in is made at the first question, as a sound centre asks none.
 */
export function createMeant(read: () => Iterable<string>): Meant {
	let guess: Meant | undefined;
	return (name) => (guess ??= createGuess([...read()]))(name);
}

function createGuess(known: string[]): Meant {
	const byLastPart = new Map<string, string>();
	for (const name of known) {
		const last = lastPart(name);
		if (last !== "" && !byLastPart.has(last)) byLastPart.set(last, name);
	}
	const closest = known.length <= few ? () => known : createClosest(known);
	return (name) => byLastPart.get(lastPart(name)) ?? nearest(name, closest(name));
}

/** What stands after the last slash of a path. Example: `data-entry/faq` → `faq` */
export function lastPart(path: string): string {
	return path.replace(/\/$/, "").split("/").at(-1) ?? "";
}

function runsOf(name: string): Set<string> {
	const text = `  ${name.toLowerCase()} `;
	return new Set(Array.from({ length: text.length - 2 }, (_, start) => text.slice(start, start + 3)));
}

/** Finds the names that share the most runs of three letters, without reading all of them. */
function createClosest(known: string[]): (name: string) => string[] {
	const holders = new Map<string, number[]>();
	known.forEach((name, number) => {
		for (const run of runsOf(name)) {
			const list = holders.get(run);
			if (list) list.push(number);
			else holders.set(run, [number]);
		}
	});
	return (name) => {
		const shared = new Map<number, number>();
		const telling = [...runsOf(name)].flatMap((run) => [holders.get(run) ?? []]).filter((list) => list.length > 0);
		for (const list of telling.sort((a, b) => a.length - b.length).slice(0, rarest)) {
			for (const number of list.slice(0, longestList)) shared.set(number, (shared.get(number) ?? 0) + 1);
		}
		return [...shared]
			.sort(([one, a], [other, b]) => b - a || one - other)
			.slice(0, candidates)
			.flatMap(([number]) => known[number] ?? []);
	};
}
