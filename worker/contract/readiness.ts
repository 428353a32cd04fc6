/** What is looked at, in the order in which one thing needs the other. */
export const readinessChecks = ["database", "migrations", "jobs", "queue", "outbox"] as const;

export type ReadinessCheck = (typeof readinessChecks)[number];

/** What `GET /api/ready` tells anybody: nothing but which check holds. What to do about one that fails stands in `docs/runbook.md`. */
export interface Readiness {
	status: "ready" | "not-ready";
	checks: Record<ReadinessCheck, "pass" | "fail">;
}

/** What `GET /api/reports/operations` tells those who run the centre. */
export interface Operations extends Readiness {
	/** Seconds that each has waited or rested, and beyond how many its check fails; null where nothing waits, or nothing was ever done. */
	ages: Record<"jobs" | "queue" | "outbox", { seconds: number | null; limit: number }>;
	deliveries: { pending: number; dead: number };
	/** Desks that were tried since this is counted, or that something waits for. `failures` counts those in a row. */
	destinations: { id: string; circuit: "closed" | "open" | "probing"; failures: number; pending: number; dead: number }[];
	/** Batches of events that are stored and not counted yet. */
	events: { waiting: number };
}
