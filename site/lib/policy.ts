import { priorityOf, type Priority, type SeverityAnswers } from "#contract/priority.ts";
import { customerTiers, targetFor, type CustomerTier } from "#contract/targets.ts";
import type { Strings } from "#site/strings/catalogue.ts";
import type { Spoken } from "#site/strings/message.ts";
import { minutesInShort } from "./minutes-in-words.ts";
import { severityQuestions } from "./severity-questions.ts";
import type { Support } from "./support-words.ts";

/** Priorities, the most urgent first. */
export const priorities = ["P1", "P2", "P3", "P4", "P5"] as const satisfies readonly Priority[];

/** The words of a language in which promises are told, and how it writes days and lists, as BCP 47. */
export interface PolicyWords extends Spoken<Pick<Strings, "contact" | "duration" | "policy">> {
	format: string;
}

/** Things in one list. Example: `P1, P2 and P3` */
export function inOneList(things: readonly string[], format: string): string {
	return new Intl.ListFormat(format).format(things);
}

/** Name of a day of the week. @param day 1 is Monday */
function weekday(day: number, format: string): string {
	// 1 January 2024 was a Monday.
	return new Intl.DateTimeFormat(format, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
}

/** Days of the week in words. Examples: `Monday to Friday`, `Monday, Wednesday and Sunday` */
export function daysInWords(days: readonly number[], { t: { policy }, say, format }: PolicyWords): string {
	const sorted = [...new Set(days)].sort((a, b) => a - b);
	const names = sorted.map((day) => weekday(day, format));
	const inARow = sorted.every((day, place) => place === 0 || day === (sorted[place - 1] ?? 0) + 1);
	if (names.length === 7) return policy.everyDay;
	if (inARow && names.length > 2) return say(policy.dayRange, { from: names[0] ?? "", to: names.at(-1) ?? "" });
	return inOneList(names, format);
}

/** How soon a person answers, in words. @param tier null for the standard. Example: `4 h` */
export function firstAnswer(priority: Priority, tier: CustomerTier | null, support: Support, { t, say }: PolicyWords): string {
	return minutesInShort(targetFor(priority, tier, support).minutes, { t: t.duration, say });
}

/** How soon it is solved, in words; "varies" where nothing is promised. */
export function solution(priority: Priority, tier: CustomerTier | null, { promises, tiers }: Support, { t, say }: PolicyWords): string {
	const { resolution } = promises[priority];
	const rule = tier === null ? undefined : tiers[tier];
	const own = rule?.resolution[priority];
	if (own === "next business day") return t.policy.nextBusinessDay;
	const minutes = own ?? (resolution === null ? null : Math.round(resolution * (rule?.multiplier ?? 1)));
	return minutes === null ? t.policy.varies : minutesInShort(minutes, { t: t.duration, say });
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
export function severityTable(t: Strings["contact"]["severity"]): { columns: string[]; rows: SeverityRow[] } {
	const { affected, impairment } = severityQuestions(t);
	return {
		columns: affected.choices.map(({ label }) => label),
		rows: impairment.choices.map(({ label, value }) => ({
			label,
			priorities: affected.choices.map((who) => priorityOf({ affected: who.value, impairment: value, risk: "none" } satisfies SeverityAnswers)),
		})),
	};
}
