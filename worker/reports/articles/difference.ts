import { wilsonInterval } from "../wilson.ts";

/** Yes and No of one revision. */
export interface Votes {
	yes: number;
	no: number;
}

/**
 * 95 % interval for the difference of two shares (`after` minus `before`), from -1 to 1.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), method 10.
 */
export function differenceInterval(before: Votes, after: Votes): { lower: number; upper: number } {
	const [was, is] = [shareOf(before), shareOf(after)];
	const [a, b] = [wilsonInterval(before.yes, before.no), wilsonInterval(after.yes, after.no)];
	const difference = is - was;
	return {
		lower: Math.max(-1, difference - Math.hypot(is - b.lower, a.upper - was)),
		upper: Math.min(1, difference + Math.hypot(b.upper - is, was - a.lower)),
	};
}

function shareOf({ yes, no }: Votes): number {
	return yes + no === 0 ? 0.5 : yes / (yes + no);
}

/** Whether a rewrite helped: said only where the whole interval is on one side of zero and both revisions have the votes for it. */
export function didItHelp(before: Votes, after: Votes, minimum: number): "helped" | "got worse" | "too early to say" {
	if (before.yes + before.no < minimum || after.yes + after.no < minimum) return "too early to say";
	const { lower, upper } = differenceInterval(before, after);
	return lower > 0 ? "helped" : upper < 0 ? "got worse" : "too early to say";
}
