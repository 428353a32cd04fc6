import routing from "#generated/routing.json";
import type { Priority } from "#contract/priority.ts";
import type { Env } from "../env.ts";
import type { Destination } from "./destination.ts";
import { createWebhook } from "./destinations/webhook.ts";

/** The team that gets a category's tickets. */
export function teamFor(category: string): { team: string; tier: string; fallback: string } {
	const teams: Record<string, { team: string; tier: string; fallback: string }> = routing.categories;
	return teams[category] ?? routing.otherwise;
}

/** Ids of the destinations for a priority. */
export function destinationsFor(priority: Priority): string[] {
	const rules: { priorities: string[]; to: string[] }[] = routing.rules;
	const matching = rules.filter((rule) => rule.priorities.includes(priority)).flatMap((rule) => rule.to);
	const first = routing.destinations[0]?.id;
	return matching.length > 0 ? [...new Set(matching)] : first ? [first] : [];
}

/** The configured desks, ready to deliver. */
export function createDestinations(env: Env): Map<string, Destination> {
	const setting = (name: string) => String((env as unknown as Record<string, unknown>)[name] ?? "");
	return new Map(
		routing.destinations.map(({ id, urlFrom, secretFrom }) => [
			id,
			createWebhook({ id, url: setting(urlFrom), secret: setting(secretFrom), allowLoopback: env.MODE === "development" }),
		]),
	);
}
