import type { SeverityAnswers } from "#contract/priority.ts";

/** One question of the form, from whose answers the priority follows. */
interface SeverityQuestion<Name extends keyof SeverityAnswers> {
	name: Name;
	/** The question. */
	legend: string;
	/** Answers in plain words; the preset one is chosen at the start. */
	choices: { value: SeverityAnswers[Name]; label: string; preset?: true }[];
}

const affected: SeverityQuestion<"affected"> = {
	name: "affected",
	legend: "Who is affected?",
	choices: [
		{ value: "one", label: "Only me", preset: true },
		{ value: "several", label: "Several people" },
		{ value: "everyone", label: "Everyone in our organisation" },
	],
};

const impairment: SeverityQuestion<"impairment"> = {
	name: "impairment",
	legend: "How badly?",
	choices: [
		{ value: "question", label: "I have a question or a wish" },
		{ value: "minor", label: "It is annoying, but I can work", preset: true },
		{ value: "major", label: "Something important does not work properly" },
		{ value: "blocked", label: "I cannot go on at all" },
	],
};

const risk: SeverityQuestion<"risk"> = {
	name: "risk",
	legend: "Is data or money in danger?",
	choices: [
		{ value: "none", label: "No", preset: true },
		{ value: "at-risk", label: "Yes, if it goes on" },
		{ value: "lost", label: "Yes, data is already lost or was seen by strangers" },
	],
};

/** The three questions of the contact form, in order. */
export const severityQuestions = { affected, impairment, risk };
