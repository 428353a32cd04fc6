import { z } from "zod";
import { slug } from "./shared.ts";

const destination = z.strictObject({
	/** Key used in rules. Example: `desk` */
	id: slug,
	/** Which connector. */
	type: z.enum(["webhook"]),
	/** Name of the variable or secret that holds the https address. */
	urlFrom: z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a variable"),
	/** Name of the secret that signs the message (Standard Webhooks, `whsec_…`). */
	secretFrom: z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a secret"),
});

const team = z.strictObject({
	/** Team that gets the ticket. */
	team: z.string(),
	/** Support layer that starts. */
	tier: z.enum(["L1", "L2", "L3"]),
	/** Team that takes over. */
	fallback: z.string(),
});

/** `routing.yml`: teams and destinations. Private: bundled into the Worker, never an asset. */
export const routingSchema = z.strictObject({
	/** Where tickets go. */
	destinations: z.array(destination).min(1),
	/** Team for each ticket category (ids of `support.yml`). */
	categories: z.record(slug, team),
	/** Team for a category without a row of its own. */
	otherwise: team,
	/** Which destinations a ticket goes to, by its priority. Default: the first destination. */
	rules: z
		.array(
			z.strictObject({
				/** Priorities this rule is for. */
				priorities: z.array(z.enum(["P1", "P2", "P3", "P4", "P5"])).min(1),
				/** Ids of destinations. */
				to: z.array(slug).min(1),
			}),
		)
		.default([]),
});

export type RoutingData = z.infer<typeof routingSchema>;
