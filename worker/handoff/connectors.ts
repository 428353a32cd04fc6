import type { DestinationSettings } from "#contract/destinations.ts";
import type { ConnectorContext, Destination } from "./destination.ts";
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
import { makeDestination, type Connectors } from "./make-destination.ts";

/** Every kind of desk. A deployed Worker carries those of its routing alone (`scripts/lib/write-routing.ts`). */
export const connectors: Connectors = {
	webhook: createWebhook,
	zendesk: createZendesk,
	freshdesk: createFreshdesk,
	intercom: createIntercom,
	hubspot: createHubspot,
	helpscout: createHelpscout,
	github: createGithub,
	jira: createJira,
	linear: createLinear,
	salesforce: createSalesforce,
	email: createEmail,
	slack: createSlack,
	teams: createTeams,
};

/** A destination of any kind, for commands and tests. */
export function createDestination(settings: DestinationSettings, context: ConnectorContext): Destination {
	return makeDestination(connectors, settings, context);
}
