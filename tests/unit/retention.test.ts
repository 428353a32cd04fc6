import { describe, expect, it } from "vitest";
import { supportSchema } from "#site/schemas/support.ts";
import { daysUntilWeekOver } from "#worker/lib/deflection-week.ts";

describe("the retention of events and votes", () => {
	const isTaken = (retention: Record<string, number>) => supportSchema.shape.retention.safeParse(retention).success;

	it("is never so short that a visit of the contact page goes before it is known whether its deflection holds", () => {
		expect(isTaken({ events: daysUntilWeekOver + 1, votes: daysUntilWeekOver + 1 })).toBe(true);
		for (const what of ["events", "votes"]) expect(isTaken({ [what]: daysUntilWeekOver }), what).toBe(false);
	});
});
