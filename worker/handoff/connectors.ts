import type { DestinationSettings } from "#contract/destinations.ts";
import type { Attempt, ConnectorContext, Destination, News } from "./destination.ts";
import { createEmail } from "./destinations/email.ts";
import { createFreshdesk } from "./destinations/freshdesk.ts";
import { createGithub } from "./destinations/github.ts";
import { createHelpscout } from "./destinations/helpscout.ts";
import { createHubspot } from "./destinations/hubspot.ts";
import { createIntercom } from "./destinations/intercom.ts";
import { createJira } from "./destinations/jira.ts";
import { createLinear } from "./destinations/linear.ts";
import { createSalesforce } from "./destinations/salesforce.ts";
import { createSlack } from "./destinations/slack.ts";
import { createTeams } from "./destinations/teams.ts";
import { createWebhook } from "./destinations/webhook.ts";
import { createZendesk } from "./destinations/zendesk.ts";
import { cleanWords } from "./lib/clean-words.ts";

/** The connector for a destination's settings. It gets no letters that a desk could stumble over. */
export function createDestination(settings: DestinationSettings, context: ConnectorContext): Destination {
	const connector = connectorFor(settings, context);
	const { announce } = connector;
	return {
		...connector,
		deliver: (message, attempt) => connector.deliver(cleanWords(message), attempt),
		addNote: (note, attempt) => connector.addNote(cleanWords(note), attempt),
		...(announce && { announce: (news: News, attempt: Attempt) => announce(cleanWords(news), attempt) }),
	};
}

function connectorFor(settings: DestinationSettings, context: ConnectorContext): Destination {
	switch (settings.type) {
		case "webhook":
			return createWebhook(settings, context);
		case "zendesk":
			return createZendesk(settings, context);
		case "freshdesk":
			return createFreshdesk(settings, context);
		case "intercom":
			return createIntercom(settings, context);
		case "hubspot":
			return createHubspot(settings, context);
		case "helpscout":
			return createHelpscout(settings, context);
		case "github":
			return createGithub(settings, context);
		case "jira":
			return createJira(settings, context);
		case "linear":
			return createLinear(settings, context);
		case "salesforce":
			return createSalesforce(settings, context);
		case "email":
			return createEmail(settings, context);
		case "slack":
			return createSlack(settings, context);
		case "teams":
			return createTeams(settings, context);
	}
}
