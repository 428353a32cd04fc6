import { z } from "zod";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a variable");
const secret = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a secret");

/** The desk's own id for each team of this file. A team without a row goes to the desk's default. */
const idsOfTeams = z.record(z.string(), z.string()).default({});

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
	/** Zendesk Support. */
	type: z.literal("zendesk"),
	...address,
	/** Name of the variable that holds the agent's e-mail address. */
	userFrom: variable,
	/** Name of the secret that holds the agent's API token. */
	secretFrom: secret,
	/** Group ids by team. */
	groups: idsOfTeams,
	...updates,
});

const freshdesk = z.strictObject({
	...common,
	/** Freshdesk. */
	type: z.literal("freshdesk"),
	...address,
	/** Name of the secret that holds the API key. */
	secretFrom: secret,
	/** Group ids by team. */
	groups: idsOfTeams,
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
	/** Id of the stage in which a ticket begins. */
	stage: z.string().default("1"),
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
	/** Team ids by team. */
	groups: idsOfTeams,
});

const email = z.strictObject({
	...common,
	/** E-mail. It cannot be asked what it holds: a mail may come twice. */
	type: z.literal("email"),
	/** `binding`: Cloudflare's `send_email` (binding MAIL). `http`: a mail service's API. */
	via: z.enum(["binding", "http"]).default("binding"),
	/** Name of the variable that holds the mail API's address; for `http`. */
	urlFrom: variable.optional(),
	/** Name of the secret that holds the mail API's key; for `http`. */
	secretFrom: secret.optional(),
	/** Sender. */
	from: z.email(),
	/** Receiver. */
	to: z.email(),
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
