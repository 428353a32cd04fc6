import type { DestinationSettings } from "#contract/destinations.ts";

const address = { urlFrom: "URL", secretFrom: "SECRET" };

/** One destination of every kind. Values: `URL`, `SECRET`, `USER`. */
export const everyDesk: DestinationSettings[] = [
	{ id: "webhook", type: "webhook", ...address },
	{ id: "zendesk", type: "zendesk", ...address, userFrom: "USER", groups: {} },
	{ id: "freshdesk", type: "freshdesk", ...address, groups: {} },
	{ id: "intercom", type: "intercom", ...address, ticketType: "1", groups: {} },
	{ id: "hubspot", type: "hubspot", ...address, pipeline: "0", stage: "1", closedStage: "4", idProperty: "tier_zero_id" },
	{
		id: "salesforce",
		type: "salesforce",
		...address,
		clientFrom: "USER",
		externalIdField: "Tier_Zero_Id__c",
		groups: {},
		closedStatus: "Closed",
		reopenedStatus: "New",
	},
	{ id: "jira", type: "jira", ...address, userFrom: "USER", serviceDesk: "1", requestType: "2" },
	{ id: "helpscout", type: "helpscout", ...address, clientFrom: "USER", mailbox: 7, groups: {} },
	{ id: "email", type: "email", via: "http", ...address, from: "help@example.com", to: "desk@example.com" },
	{ id: "slack", type: "slack", urlFrom: "URL" },
	{ id: "teams", type: "teams", urlFrom: "URL" },
	{ id: "linear", type: "linear", ...address, team: "9cfb482a-81e3-4154-b5b9-2c805e70a02d" },
	{ id: "github", type: "github", ...address, repository: "example/product" },
];

/** Those that name the ticket they have made and can be asked for it. */
export const desksThatAnswer = everyDesk.filter(({ type }) => !["webhook", "email", "slack", "teams"].includes(type));
