import type { DestinationSettings } from "#contract/destinations.ts";
import type { ConnectorContext, Destination } from "./destination.ts";
import { createWebhook } from "./destinations/webhook.ts";

/** The connector for a destination's settings. */
export function createDestination(settings: DestinationSettings, context: ConnectorContext): Destination {
	switch (settings.type) {
		case "webhook":
			return createWebhook(settings, context);
		default:
			throw new Error(`there is no connector for ${settings.type}`);
	}
}
