import type { ContentData } from "#site/lib/content-data.ts";
import { describeDestination, type DestinationState } from "../handoff/describe-destination.ts";
import { valueIn, type Config } from "./config.ts";
import type { Examine } from "./examined.ts";

/** A secret of the Worker. */
interface Secret {
	name: string;
	purpose: string;
	/** What is missing without it; absent where the centre does well without. */
	without?: string;
}

type Data = Pick<ContentData, "routing" | "support" | "site">;

/** Settings of a destination that are addresses or names, and stand in `wrangler.toml` unless whoever has them may write. */
const plainKeys = new Set(["urlFrom", "userFrom"]);
const addressIsSecret = new Set(["slack", "teams"]);

function secretsOfDesks({ routing, support }: Data): Secret[] {
	const ofDesks = routing.destinations.flatMap((destination) =>
		Object.entries(destination).flatMap(([key, name]): Secret[] => {
			if (!key.endsWith("From") || typeof name !== "string" || (plainKeys.has(key) && !addressIsSecret.has(destination.type))) return [];
			const purpose = `${key} of the destination "${destination.id}"`;
			if (key === "oldSecretFrom") return [{ name, purpose }];
			const without =
				key === "updateSecretFrom" || key === "flagSecretFrom"
					? "What the desk sends back is refused."
					: "Tickets for it wait, and are given up after 72 hours.";
			return [{ name, purpose, without }];
		}),
	);
	const { secretFrom } = support.acknowledgement ?? {};
	return [
		...ofDesks,
		...(secretFrom ? [{ name: secretFrom, purpose: "mail to customers", without: "Customers get no mail that their message is here." }] : []),
	];
}

/** Every secret that the settings ask for, and those that the centre does well without. */
export function secretsOf(config: Config, data: Data): Secret[] {
	const set = (name: string) => valueIn(config, name) !== "";
	return [
		...secretsOfDesks(data),
		{ name: "TURNSTILE_SECRET", purpose: "Turnstile", ...(set("TURNSTILE_SITE_KEY") && { without: "Turnstile is not asked, although it has a site key." }) },
		{
			name: "ANSWER_API_KEY",
			purpose: "the model that writes answers",
			...(set("ANSWER_API_URL") && { without: "A model that asks for a key refuses: answers are the articles' own words." }),
		},
		{ name: "ANALYTICS_TOKEN", purpose: "sampled trends", ...(set("ANALYTICS_ACCOUNT") && { without: "Sampled trends cannot be read." }) },
		{ name: "REPORT_TOKEN", purpose: "npm run report where Access does not stand before /api/reports" },
		{ name: "IDENTITY_SECRET", purpose: "customers whom your product signs in" },
		{ name: "FILE_SIGNING_KEY", purpose: "links to files; without it the Worker makes a key itself" },
	];
}

/** Where values were found: here, at Cloudflare, or nobody asked there. */
export interface Known {
	/** Whether it has a value in the environment or in `.dev.vars`. */
	isHere: (name: string) => boolean;
	/** Names of the secrets of the deployed Worker; null where nobody asked. */
	deployed: readonly string[] | null;
}

/** Secrets by name with what they are for; never a value. */
export function examineSecrets(config: Config, data: Data, { isHere, deployed }: Known): Examine[] {
	return secretsOf(config, data).map(({ name, purpose, without }): Examine => {
		const put = `npx wrangler secret put ${name}`;
		if (valueIn(config, name) !== "")
			return {
				what: name,
				state: "wrong",
				found: "It stands in wrangler.toml.",
				why: "Whoever reads the repository has it.",
				todo: `Take it out, change it where it comes from, and run ${put}.`,
			};
		if (deployed?.includes(name)) return { what: name, state: "ok", found: `Set at Cloudflare, for ${purpose}.` };
		if (without === undefined) return { what: name, state: "ok", found: `Not asked for; it is for ${purpose}.` };
		if (deployed) return { what: name, state: "wrong", found: `Not set at Cloudflare: ${purpose}.`, why: without, todo: `Run ${put}.` };
		return {
			what: name,
			state: "note",
			found: isHere(name) ? `Set here, for ${purpose}; Cloudflare was not asked.` : `Not set here, and Cloudflare was not asked: ${purpose}.`,
			why: without,
			todo: `Run ${put}, or npm run doctor -- --remote to ask.`,
		};
	});
}

function destination({ id, type, missing }: DestinationState, secrets: ReadonlySet<string>): Examine {
	const empty = missing.filter((name) => !secrets.has(name));
	if (empty.length === 0) return { what: `Destination ${id}`, state: "ok", found: `${type}; its address is set.` };
	return {
		what: `Destination ${id}`,
		state: "wrong",
		found: `${empty.join(" and ")} ${empty.length > 1 ? "are" : "is"} empty.`,
		why: "Tickets for it wait, and are given up after 72 hours.",
		todo: `Set ${empty.length > 1 ? "them" : "it"} in wrangler.toml (docs/handoff.md); npm run handoff -- test ${id} tries it.`,
	};
}

/** Where tickets and alarms go, and what the settings ask for beside it. */
export function examineRouting(config: Config, data: Data): Examine[] {
	const { routing, support, site } = data;
	const secrets = new Set(secretsOf(config, data).map(({ name }) => name));
	const states = routing.destinations.map((settings) => describeDestination(settings, (name) => valueIn(config, name)));
	const byBinding =
		routing.destinations.some((settings) => settings.type === "email" && settings.via === "binding") ||
		(support.acknowledgement && !support.acknowledgement.urlFrom);
	const { hostname } = new URL(site.url);
	return [
		...(states.length > 0
			? states.map((state) => destination(state, secrets))
			: [
					{
						what: "Destinations",
						state: "wrong" as const,
						found: "routing.yml names none.",
						why: "Tickets are kept, and nobody gets them.",
						todo: "Name one (docs/handoff.md).",
					},
				]),
		routing.alerts.length > 0
			? { what: "Alarms", state: "ok", found: `Sent to ${routing.alerts.join(", ")}.` }
			: {
					what: "Alarms",
					state: "note",
					found: "routing.yml names nobody under alerts.",
					why: "Hand-overs that were given up are only seen by who opens /manage.",
					todo: "Name a destination of the kind slack, teams, email or webhook under alerts.",
				},
		...(byBinding && !config.send_email.some(({ name }) => name === "MAIL")
			? [
					{
						what: "MAIL (e-mail)",
						state: "wrong" as const,
						found: "It is not bound.",
						why: "Mail is to go by it.",
						todo: 'Add [[send_email]] with name = "MAIL" to wrangler.toml.',
					},
				]
			: []),
		/(?:^|\.)(?:example|invalid|test|localhost)$|(?:^|\.)example\.(?:com|net|org)$/.test(hostname)
			? {
					what: "url of site.yml",
					state: "note",
					found: `It is ${site.url}.`,
					why: "Links in mails, feeds and the map of the site lead there.",
					todo: "Set the public address.",
				}
			: { what: "url of site.yml", state: "ok", found: `${site.url}.` },
	];
}

/** Who may enter, and what stands beside the desks. */
export function examineVariables(config: Config): Examine[] {
	const value = (name: string) => valueIn(config, name);
	const model = value("ANSWER_MODEL");
	const written: Examine = !model
		? { what: "Answers", state: "ok", found: "The articles' own words; no question leaves the site." }
		: value("ANSWER_API_URL") !== "" || config.ai?.binding === "AI"
			? { what: "Answers", state: "ok", found: `Written by ${model}; questions go there without personal data.` }
			: {
					what: "Answers",
					state: "wrong",
					found: `ANSWER_MODEL is ${model}, and there is no way to it.`,
					why: "Answers stay the articles' own words.",
					todo: 'Set ANSWER_API_URL, or bind Workers AI with [ai] and binding = "AI".',
				};
	return [
		value("MODE") === "production"
			? { what: "MODE", state: "ok", found: "production." }
			: {
					what: "MODE",
					state: "wrong",
					found: `It is "${value("MODE")}".`,
					why: "Deployed it must be production, or every request is refused.",
					todo: 'Write MODE = "production" under [vars].',
				},
		written,
	];
}
