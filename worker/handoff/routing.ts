import { connectors } from "#generated/connectors.ts";
import routing from "#generated/routing.json";
import { channelTypes, type DestinationSettings } from "#contract/destinations.ts";
import type { WeeklyTime } from "#contract/digest.ts";
import type { Priority } from "#contract/priority.ts";
import type { Env } from "../env.ts";
import type { ConnectorContext, Destination } from "./destination.ts";
import { makeDestination } from "./make-destination.ts";

/** The team that gets a category's tickets. */
export function teamFor(category: string): { team: string; tier: string; fallback: string } {
	const teams: Record<string, { team: string; tier: string; fallback: string }> = routing.categories;
	return teams[category] ?? routing.otherwise;
}

/** What a rule looks at. */
interface Routed {
	priority: Priority;
	category: string;
	tier: string;
}

/** Ids of the destinations of a ticket: those of every rule that fits, else the first one. */
export function destinationsFor({ priority, category, tier }: Routed): string[] {
	const rules: { priorities?: string[]; categories?: string[]; tiers?: string[]; to: string[] }[] = routing.rules;
	const fits = (wanted: string[] | undefined, value: string) => wanted === undefined || wanted.includes(value);
	const matching = rules.filter((rule) => fits(rule.priorities, priority) && fits(rule.categories, category) && fits(rule.tiers, tier)).flatMap(({ to }) => to);
	const first = routing.destinations[0]?.id;
	return matching.length > 0 ? [...new Set(matching)] : first ? [first] : [];
}

/** Ids of the destinations that only tell people that there is a ticket. */
export function channelIds(): string[] {
	return (routing.destinations as DestinationSettings[]).filter(({ type }) => channelTypes.includes(type)).map(({ id }) => id);
}

/** Longest wait for a desk's whole answer. In milliseconds. */
const timeoutMs = 10_000;

/** What connectors get of the Worker's bindings. */
export function connectorContext(env: Env): ConnectorContext {
	return {
		setting: (name) => String((env as unknown as Record<string, unknown>)[name] ?? ""),
		allowLoopback: env.MODE === "development",
		timeoutMs,
		mail: env.MAIL,
	};
}

/** The configured desks, ready to deliver. */
export function createDestinations(env: Env): Map<string, Destination> {
	const context = connectorContext(env);
	return new Map((routing.destinations as DestinationSettings[]).map((settings) => [settings.id, makeDestination(connectors, settings, context)]));
}

const { digest, digestAt } = routing as { digest: string[]; digestAt: WeeklyTime };

/** The destinations that get the weekly digest, and when. */
export function createDigestDestinations(env: Env): { destinations: Destination[]; at: WeeklyTime } {
	const destinations = createDestinations(env);
	return { destinations: digest.flatMap((id) => destinations.get(id) ?? []), at: digestAt };
}

/** The destinations that are told when a hand-over was given up. */
export function createAlertDestinations(env: Env): Destination[] {
	const destinations = createDestinations(env);
	return routing.alerts.flatMap((id: string) => destinations.get(id) ?? []);
}
