import { priorityOf, type Priority, type SeverityAnswers } from "#contract/priority.ts";
import { customerTiers, targetFor, type CustomerTier } from "#contract/targets.ts";
import type { SupportData } from "#site/schemas/support.ts";
import { minutesInShort } from "./minutes-in-words.ts";
import { severityQuestions } from "./severity-questions.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Priorities, the most urgent first. */
export const priorities = ["P1", "P2", "P3", "P4", "P5"] as const satisfies readonly Priority[];

/** Days of the week in words. Examples: `Monday to Friday`, `Monday, Wednesday and Sunday` */
export function daysInWords(days: readonly number[]): string {
	const sorted = [...new Set(days)].sort((a, b) => a - b);
	const names = sorted.map((day) => weekdays[day - 1] ?? "");
	const inARow = sorted.every((day, place) => place === 0 || day === (sorted[place - 1] ?? 0) + 1);
	if (names.length === 7) return "every day";
	if (inARow && names.length > 2) return `${names[0] ?? ""} to ${names.at(-1) ?? ""}`;
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** How soon a person answers, in words. @param tier null for the standard. Example: `4 hours` */
export function firstAnswer(priority: Priority, tier: CustomerTier | null, support: SupportData): string {
	return minutesInShort(targetFor(priority, tier, support).minutes);
}

/** How soon it is solved, in words; "varies" where nothing is promised. */
export function solution(priority: Priority, tier: CustomerTier | null, { promises, tiers }: SupportData): string {
	const { resolution } = promises[priority];
	const rule = tier === null ? undefined : tiers[tier];
	const own = rule?.resolution[priority];
	if (typeof own === "string") return own;
	const minutes = own ?? (resolution === null ? null : Math.round(resolution * (rule?.multiplier ?? 1)));
	return minutes === null ? "varies" : minutesInShort(minutes);
}

/** The tiers that differ from each other in what is promised, best first. */
export function tierNames(): { id: CustomerTier; name: string }[] {
	return customerTiers.map((id) => ({ id, name: `${id.charAt(0).toUpperCase()}${id.slice(1)}` }));
}

/** The priority below which nothing falls while data or money is in danger. */
export function dangerPriority(risk: "at-risk" | "lost"): Priority {
	return priorityOf({ affected: "one", impairment: "question", risk });
}

/** One row of "what counts as what": how badly, and the priority for one, several and everyone. */
interface SeverityRow {
	label: string;
	priorities: Priority[];
}

/** Which priority follows from how badly and who, while no data or money is in danger; straight from the rule that decides it. */
export function severityTable(): { columns: string[]; rows: SeverityRow[] } {
	const { affected, impairment } = severityQuestions;
	return {
		columns: affected.choices.map(({ label }) => label),
		rows: impairment.choices.map(({ label, value }) => ({
			label,
			priorities: affected.choices.map((who) => priorityOf({ affected: who.value, impairment: value, risk: "none" } satisfies SeverityAnswers)),
		})),
	};
}
