import { plural } from "#site/lib/plural.ts";
import type { Examined } from "./examined.ts";

const marks = { ok: "ok   ", note: "note ", wrong: "WRONG" } as const;

/** Everything that was looked at as a table: state, what, what was found; below it why it matters and what to do. */
export function printExamined(all: readonly Examined[]): string {
	const width = Math.max(0, ...all.map(({ what }) => what.length));
	const indent = " ".repeat(marks.ok.length + width + 6);
	const blocks = [...Map.groupBy(all, ({ area }) => area)].map(([area, examined]) =>
		[
			area,
			...examined.flatMap(({ what, state, found, why, todo }) => [
				`  ${marks[state]}  ${what.padEnd(width)}  ${found}`,
				...(why ? [`${indent}Why: ${why}`] : []),
				...(todo ? [`${indent}Do:  ${todo}`] : []),
			]),
		].join("\n"),
	);
	const count = (state: Examined["state"]) => all.filter((one) => one.state === state).length;
	const [wrong, notes] = [count("wrong"), count("note")];
	const verdict =
		wrong === 0
			? `Nothing is wrong${notes > 0 ? `; ${plural(notes, "thing")} to know` : ""}.`
			: `${plural(wrong, "thing")} wrong, ${plural(notes, "thing")} to know.`;
	return `${blocks.join("\n\n")}\n\n${verdict}`;
}
