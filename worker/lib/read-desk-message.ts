import type { Context } from "hono";
import routing from "#generated/routing.json";
import type { DestinationSettings } from "#contract/destinations.ts";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { connectorContext } from "../handoff/routing.ts";
import { signedAt, type UpdatingDesk } from "./desk-signature.ts";
import { Problem } from "./problem.ts";
import { readText } from "./read-body.ts";

/** What a desk sends: how tickets stand, or what agents flag. */
type Kind = "updates" | "flags";

/** Name of the secret that signs what a desk sends; undefined where it sends nothing of this kind. */
function secretName(settings: DestinationSettings, kind: Kind): string | undefined {
	if (!isUpdating(settings)) return undefined;
	return kind === "flags" ? (settings.flagSecretFrom ?? settings.updateSecretFrom) : settings.updateSecretFrom;
}

const isUpdating = (settings: DestinationSettings): settings is UpdatingDesk => "updateSecretFrom" in settings || "flagSecretFrom" in settings;

/** Ids of the desks that are set up to say how tickets stand. */
export function updatingDeskIds(): string[] {
	return (routing.destinations as DestinationSettings[]).filter((settings) => secretName(settings, "updates") !== undefined).map(({ id }) => id);
}

/** A message of a desk whose signature holds. */
interface DeskMessage {
	/** Id of the destination. */
	desk: string;
	body: unknown;
	/** When it was signed, epoch milliseconds. */
	sentAt: number;
}

/**
 * Reads what a desk sent to an address with `:destination`. An unknown destination, one that sends nothing of this kind and a wrong
 * signature get the same answer.
 *
 * @throws Problem `unsigned`, `too-large`, `bad-json`
 */
export async function readDeskMessage(c: Context<App>, kind: Kind): Promise<DeskMessage> {
	const desk = c.req.param("destination") ?? "";
	const text = await readText(c.req.raw, limits.smallBody);
	const settings = (routing.destinations as DestinationSettings[]).filter(isUpdating).find(({ id }) => id === desk);
	const name = settings && secretName(settings, kind);
	const secret = name === undefined ? "" : connectorContext(c.env).setting(name);
	const sentAt = settings && secret !== "" ? await signedAt(settings.type, secret, { headers: c.req.raw.headers, body: text, now: c.var.now }) : null;
	if (sentAt === null) throw new Problem("unsigned");
	try {
		return { desk, sentAt, body: JSON.parse(text, (_, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part)) };
	} catch {
		throw new Problem("bad-json");
	}
}
