import type { SeverityAnswers } from "#contract/priority.ts";
import type { Strings } from "#site/strings/catalogue.ts";

/** Answers of each question, in order; the preset one is chosen at the start. */
const answers = {
	affected: { values: ["one", "several", "everyone"], preset: "one" },
	impairment: { values: ["question", "minor", "major", "blocked"], preset: "minor" },
	risk: { values: ["none", "at-risk", "lost"], preset: "none" },
} as const satisfies { [Name in keyof SeverityAnswers]: { values: readonly SeverityAnswers[Name][]; preset: SeverityAnswers[Name] } };

type SeverityStrings = Strings["contact"]["severity"];

/** One question of the form, from whose answers the priority follows. */
export interface SeverityQuestion<Name extends keyof SeverityAnswers> {
	name: Name;
	/** The question. */
	legend: string;
	/** Answers in plain words. */
	choices: { value: SeverityAnswers[Name]; label: string; preset: boolean }[];
}

function ask<Name extends keyof SeverityAnswers>(
	name: Name,
	{ values, preset }: { values: readonly SeverityAnswers[Name][]; preset: SeverityAnswers[Name] },
	words: { legend: string } & Record<SeverityAnswers[Name], string>,
): SeverityQuestion<Name> {
	return { name, legend: words.legend, choices: values.map((value) => ({ value, label: words[value], preset: value === preset })) };
}

/** The three questions of the contact form, in order. */
export function severityQuestions(t: SeverityStrings) {
	return {
		affected: ask("affected", answers.affected, t.affected),
		impairment: ask("impairment", answers.impairment, t.impairment),
		risk: ask("risk", answers.risk, t.risk),
	};
}
