import { describe, expect, it } from "vitest";
import { priorityOf, type SeverityAnswers } from "#contract/priority.ts";

/** Every answer a customer can give. Columns: no risk, data or money at risk, lost. */
const table: [SeverityAnswers["impairment"], SeverityAnswers["affected"], string][] = [
	["blocked", "one", "P3 P2 P1"],
	["blocked", "several", "P2 P2 P1"],
	["blocked", "everyone", "P1 P1 P1"],
	["major", "one", "P4 P2 P1"],
	["major", "several", "P3 P2 P1"],
	["major", "everyone", "P2 P2 P1"],
	["minor", "one", "P5 P2 P1"],
	["minor", "several", "P4 P2 P1"],
	["minor", "everyone", "P3 P2 P1"],
	["question", "one", "P5 P2 P1"],
	["question", "several", "P5 P2 P1"],
	["question", "everyone", "P5 P2 P1"],
];
const cases = table.flatMap(([impairment, affected, priorities]) =>
	(["none", "at-risk", "lost"] as const).map((risk, column) => ({ impairment, affected, risk, priority: priorities.split(" ")[column] })),
);

describe("the priority of a ticket", () => {
	it.each(cases)("$impairment for $affected, risk $risk: $priority", ({ priority, ...answers }) => {
		expect(priorityOf(answers)).toBe(priority);
	});

	it("knows all 36 combinations", () => {
		expect(new Set(cases.map((answers) => JSON.stringify(answers))).size).toBe(36);
	});
});
