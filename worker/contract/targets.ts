import type { Priority } from "./priority.ts";
import type { ClockKind } from "./promise-clock.ts";

/** What a customer has bought, best first. */
export const customerTiers = ["enterprise", "business", "professional", "starter", "free"] as const;

export type CustomerTier = (typeof customerTiers)[number];

/** The part of the support data that promises follow from. Lengths in minutes. */
export interface PromiseRules {
	promises: Record<Priority, { firstResponse: number; clock: ClockKind }>;
	tiers: Partial<Record<CustomerTier, { multiplier: number; firstResponse: Partial<Record<Priority, number | undefined>> }>>;
}

/**
 * How soon a person answers. A tier multiplies the standard target, unless it has a figure of its own for this priority.
 *
 * @param tier from a signed identity; null for everybody else
 * @returns whole minutes, and whether the clock stops outside business hours
 */
export function targetFor(priority: Priority, tier: CustomerTier | null, { promises, tiers }: PromiseRules): { minutes: number; clock: ClockKind } {
	const { firstResponse, clock } = promises[priority];
	const rule = tier === null ? undefined : tiers[tier];
	return { minutes: rule?.firstResponse[priority] ?? Math.round(firstResponse * (rule?.multiplier ?? 1)), clock };
}
