/** The questions a customer answers in plain words; the priority follows from them. */
export interface SeverityAnswers {
	/** Who is affected. */
	affected: "one" | "several" | "everyone";
	/** How badly. `question` is a how-to or a wish. */
	impairment: "blocked" | "major" | "minor" | "question";
	/** Whether data or money is in danger, or already lost (or seen by strangers). */
	risk: "none" | "at-risk" | "lost";
}

export type Priority = "P1" | "P2" | "P3" | "P4" | "P5";

/** Users affected × impairment, SEV1 to SEV5 written as the priority it maps to. */
const severityMatrix: Record<"blocked" | "major" | "minor", Record<SeverityAnswers["affected"], Priority>> = {
	blocked: { one: "P3", several: "P2", everyone: "P1" },
	major: { one: "P4", several: "P3", everyone: "P2" },
	minor: { one: "P5", several: "P4", everyone: "P3" },
};

/**
 * The priority of a ticket. Loss or a breach is P1 and danger is P2 whoever is affected; a question is P5;
 * otherwise the severity matrix decides.
 */
export function priorityOf({ affected, impairment, risk }: SeverityAnswers): Priority {
	if (risk === "lost") return "P1";
	const bySeverity = impairment === "question" ? "P5" : severityMatrix[impairment][affected];
	return risk === "at-risk" && bySeverity > "P2" ? "P2" : bySeverity;
}
