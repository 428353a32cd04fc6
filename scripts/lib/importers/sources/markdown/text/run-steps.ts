import type { Rewritten } from "../../../source.ts";
import type { Step, StepContext } from "../site.ts";
import { followLines } from "./follow-lines.ts";

/** Lets steps rewrite a text one after the other. Whatever a step notes gets the line that the text had at first. */
export async function runSteps(text: string, steps: Step[], context: StepContext): Promise<Rewritten> {
	let current = text;
	let lineOf = (line: number) => line;
	for (const step of steps) {
		const place = lineOf;
		const next = await step(current, { ...context, note: (kind, what, line = 1) => context.note(kind, what, place(line)) });
		if (next === current) continue;
		const follow = followLines(current, next);
		lineOf = (line) => place(follow(line));
		current = next;
	}
	return { text: current, lineOf };
}
