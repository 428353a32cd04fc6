import * as z from "zod";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a variable");
const secret = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a secret");

/** The desk's own id for each team of this file. A team without a row goes to the desk's default. */
const idsOfTeams = z.record(z.string(), z.string()).default({});

/** The same where ids are numbers. */
const numbersOfTeams = z.record(z.string(), z.string().regex(/^\d+$/, "must be the number of a group")).default({});

const common = {
	/** Key used in rules. Example: `desk` */
	id,
};

const address = {
	/** Name of the variable that holds the https address. */
	urlFrom: variable,
};

const updates = {
	/** Name of the secret that signs what the desk sends back to `/api/desk/<id>`. Absent: the desk sends nothing. */
	updateSecretFrom: secret.optional(),
	/** Name of the secret that signs flags to `/api/desk/<id>/flags`, for desks whose second webhook has a secret of its own. Default: that of updates. */
	flagSecretFrom: secret.optional(),
};

/** Any service that takes webhooks, signed as Standard Webhooks describes. */
const webhook = z.strictObject({
	...common,
	/** Standard Webhooks. */
	type: z.literal("webhook"),
	...address,
	/** Name of the secret that signs the message (`whsec_…`). */
	secretFrom: secret,
	/** Name of the secret before it: while both are set, both sign, so that the receiver can change over in its own time. */
	oldSecretFrom: secret.optional(),
	...updates,
});

const zendesk = z.strictObject({
	...common,
	/** Zendesk Support. Its address is like https://example.zendesk.com */
	type: z.literal("zendesk"),
	...address,
	/** Name of the variable that holds the e-mail address of the agent in whose name tickets are made. */
	userFrom: variable,
	/** Name of the secret that holds the agent's API token. */
	secretFrom: secret,
	/** Group ids by team. Example: `billing: "360001234567"` */
	groups: numbersOfTeams,
	...updates,
});

const freshdesk = z.strictObject({
	...common,
	/** Freshdesk. Its address is like https://example.freshdesk.com */
	type: z.literal("freshdesk"),
	...address,
	/** Name of the secret that holds the API key. */
	secretFrom: secret,
	/** Group ids by team. Example: `billing: "360001234567"` */
	groups: numbersOfTeams,
	...updates,
});

const intercom = z.strictObject({
	...common,
	/** Intercom tickets. */
	type: z.literal("intercom"),
	...address,
	/** Name of the secret that holds the access token. */
	secretFrom: secret,
	/** Id of the ticket type that is made. */
	ticketType: z.string(),
	/** Team ids by team. */
	groups: idsOfTeams,
});

const hubspot = z.strictObject({
	...common,
	/** HubSpot Service. */
	type: z.literal("hubspot"),
	...address,
	/** Name of the secret that holds the private app's access token. */
	secretFrom: secret,
	/** Id of the pipeline. */
	pipeline: z.string().default("0"),
	/** Id of the stage in which a ticket begins, and begins again. */
	stage: z.string().default("1"),
	/** Id of the stage of a ticket that the customer has closed. */
	closedStage: z.string().default("4"),
	/** Internal name of a text property of tickets, made for this site, whose values are unique. */
	idProperty: z
		.string()
		.regex(/^[a-z][a-z0-9_]*$/, "must be an internal name like tier_zero_id")
		.default("tier_zero_id"),
});

const salesforce = z.strictObject({
	...common,
	/** Salesforce Service Cloud. */
	type: z.literal("salesforce"),
	...address,
	/** Name of the variable that holds the connected app's consumer key (client credentials flow). */
	clientFrom: variable,
	/** Name of the secret that holds its consumer secret. */
	secretFrom: secret,
	/** Unique external-id field of Case, made for this site. */
	externalIdField: z
		.string()
		.regex(/^[A-Za-z]\w*__c$/, "must be a custom field like Tier_Zero_Id__c")
		.default("Tier_Zero_Id__c"),
	/** Queue ids by team. */
	groups: idsOfTeams,
	/** Status of a case that the customer has closed. */
	closedStatus: z.string().default("Closed"),
	/** Status of a case that the customer has reopened. */
	reopenedStatus: z.string().default("New"),
});

const jira = z.strictObject({
	...common,
	/** Jira Service Management. */
	type: z.literal("jira"),
	...address,
	/** Name of the variable that holds the agent's e-mail address. */
	userFrom: variable,
	/** Name of the secret that holds the agent's API token. */
	secretFrom: secret,
	/** Id of the service desk. */
	serviceDesk: z.string(),
	/** Id of the request type. */
	requestType: z.string(),
});

const helpscout = z.strictObject({
	...common,
	/** Help Scout. */
	type: z.literal("helpscout"),
	...address,
	/** Name of the variable that holds the app's id. */
	clientFrom: variable,
	/** Name of the secret that holds the app's secret. */
	secretFrom: secret,
	/** Id of the inbox. */
	mailbox: z.int(),
	/** Ids of teams (Plus plan) or users by team. */
	groups: idsOfTeams,
});

const email = z
	.strictObject({
		...common,
		/** E-mail. It cannot be asked what it holds: a mail may come twice. */
		type: z.literal("email"),
		/** `binding`: Cloudflare's `send_email` (binding MAIL). `http`: Resend's API, or one that takes the same calls. */
		via: z.enum(["binding", "http"]).default("binding"),
		/** Name of the variable that holds the mail API's address, such as `https://api.resend.com`; for `http`. */
		urlFrom: variable.optional(),
		/** Name of the secret that holds the mail API's key; for `http`. */
		secretFrom: secret.optional(),
		/** Sender. Its domain must be set up at the mail service. */
		from: z.email(),
		/** Receiver. */
		to: z.email(),
	})
	.refine(({ via, urlFrom, secretFrom }) => via === "binding" || (urlFrom !== undefined && secretFrom !== undefined), {
		path: ["urlFrom"],
		message: "must be named, and secretFrom too, when via is http",
	});

const slack = z.strictObject({
	...common,
	/** A Slack channel, by incoming webhook. It cannot be asked what it holds: a message may come twice. */
	type: z.literal("slack"),
	/** Name of the secret that holds the webhook's address. */
	urlFrom: secret,
});

const teams = z.strictObject({
	...common,
	/** A Microsoft Teams channel, by workflow webhook. It cannot be asked what it holds: a message may come twice. */
	type: z.literal("teams"),
	/** Name of the secret that holds the workflow's address. */
	urlFrom: secret,
});

const linear = z.strictObject({
	...common,
	/** Linear issue. */
	type: z.literal("linear"),
	...address,
	/** Name of the secret that holds the API key. */
	secretFrom: secret,
	/** Id of the team that gets the issue. */
	team: z.string(),
});

const github = z.strictObject({
	...common,
	/** GitHub issue. */
	type: z.literal("github"),
	...address,
	/** Name of the secret that holds the token. */
	secretFrom: secret,
	/** Owner and name. Example: `example/product` */
	repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, "must be owner/name"),
});

/** Where tickets can go, by `type`. Addresses and secrets are named here, never written. */
export const destinationSchema = z.discriminatedUnion("type", [
	webhook,
	zendesk,
	freshdesk,
	intercom,
	hubspot,
	salesforce,
	jira,
	helpscout,
	email,
	slack,
	teams,
	linear,
	github,
]);

/** One destination of `routing.yml`. */
export type DestinationSettings = z.infer<typeof destinationSchema>;

export type DestinationType = DestinationSettings["type"];

/** The settings of one kind. */
export type SettingsOf<Type extends DestinationType> = Extract<DestinationSettings, { type: Type }>;

/** Kinds that only tell people that there is a ticket: nobody answers the customer from there. */
export const channelTypes: DestinationType[] = ["slack", "teams"];

/** Kinds that reach people at once, so that they can be told that a hand-over was given up. */
export const alertTypes: DestinationType[] = ["slack", "teams", "email", "webhook"];
