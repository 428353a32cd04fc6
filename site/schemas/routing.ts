import * as z from "zod";
import { destinationSchema } from "#contract/destinations.ts";
import { weekdays } from "#contract/digest.ts";
import { slug } from "./shared.ts";

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
	destinations: z.array(destinationSchema).min(1),
	/** Team for each ticket category (ids of `support.yml`). */
	categories: z.record(slug, team),
	/** Team for a category without a row of its own. */
	otherwise: team,
	/** Which destinations a ticket goes to: those of every rule that fits it. Default: the first destination. */
	rules: z
		.array(
			z.strictObject({
				/** Priorities this rule is for. Default: all. */
				priorities: z
					.array(z.enum(["P1", "P2", "P3", "P4", "P5"]))
					.min(1)
					.optional(),
				/** Ticket categories this rule is for (ids of `support.yml`). Default: all. */
				categories: z.array(slug).min(1).optional(),
				/** Support layers this rule is for. Default: all. */
				tiers: z
					.array(z.enum(["L1", "L2", "L3"]))
					.min(1)
					.optional(),
				/** Ids of destinations. */
				to: z.array(slug).min(1),
			}),
		)
		.default([]),
	/**
	 * Ids of destinations that are told, once an hour at most, when a hand-over was given up, and at 09:00 of the desk's time what is still
	 * wrong or was unusual the day before: of type `slack`, `teams`, `email` or `webhook`. Default: none; the dead list in the report and
	 * the Worker's log have it in any case.
	 */
	alerts: z.array(slug).default([]),
	/** Ids of destinations that get the weekly digest, of the same types as alerts. Default: none; `npm run report -- --week` prints it. */
	digest: z.array(slug).default([]),
	/** When the digest of the last full week is sent, of the desk's time. Default: Monday, 08:00 */
	digestAt: z
		.strictObject({
			/** Day of the week. Default: `monday` */
			day: z.enum(weekdays).default("monday"),
			/** Time of that day. Default: `"08:00"` */
			time: z
				.string()
				.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like "08:00"')
				.default("08:00"),
		})
		.prefault({}),
	/**
	 * Addresses of networks from which the centre's own people read: what comes from their IPv4 /24 or IPv6 /48 is not counted.
	 * Default: none. Example: `[203.0.113.0]`
	 */
	staffNetworks: z.array(z.union([z.ipv4(), z.ipv6()])).default([]),
});

export type RoutingData = z.infer<typeof routingSchema>;
