import type { Metric, RevisionVotes } from "#contract/reports.ts";

/** Words for a verdict; colour alone says nothing. */
export const verdictWords: Record<Metric["verdict"], string> = {
	good: "On target",
	watch: "Between target and warning",
	warning: "Needs attention",
	unknown: "Not enough data",
};

/** A metric's value in words. Examples: `34.2 %`, `1 min 25 s`, `not enough data` */
export function formatValue(value: number | null, unit: Metric["unit"]): string {
	if (value === null) return "not enough data";
	if (unit === "rate") return `${(value * 100).toFixed(1)} %`;
	const whole = Math.round(value);
	const minutes = Math.floor(whole / 60);
	const seconds = whole % 60;
	return minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
}

/** The change against the period before, in words; nothing where there is a figure before and none now. Example: `up 2.1 points` */
export function changeInWords({ value, previous, unit }: Pick<Metric, "value" | "previous" | "unit">): string {
	if (previous === null) return "no earlier figure";
	if (value === null) return "";
	const change = value - previous;
	const size = unit === "rate" ? `${Math.abs(change * 100).toFixed(1)} points` : formatValue(Math.abs(change), unit);
	if (Math.abs(change) < (unit === "rate" ? 0.0005 : 0.5)) return "unchanged";
	return `${change > 0 ? "up" : "down"} ${size}`;
}

/** Votes on a revision in words. Examples: `60 % of 20 (39–78 %)`, `not enough data (3 votes)` */
export function votesInWords({ yes, no, share, lowerBound, upperBound }: RevisionVotes): string {
	const n = yes + no;
	if (share === null) return `not enough data (${n} ${n === 1 ? "vote" : "votes"})`;
	return `${Math.round(share * 100)} % of ${n} (${Math.round(lowerBound * 100)}–${Math.round(upperBound * 100)} %)`;
}
