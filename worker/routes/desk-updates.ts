import { Hono } from "hono";
import routing from "#generated/routing.json";
import { deskUpdateSchema, type DeskUpdateAnswer } from "#contract/desk-updates.ts";
import type { DestinationSettings } from "#contract/destinations.ts";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { signedAt, type UpdatingDesk } from "../lib/desk-signature.ts";
import { Problem } from "../lib/problem.ts";
import { parse, readText } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { connectorContext } from "../handoff/routing.ts";
import { applyDeskUpdate } from "../queries/desk-updates.ts";

/** A clock may be this much ahead; what is later than that would keep newer news out. In milliseconds. */
const aheadMs = 5 * 60_000;

const sendsUpdates = (settings: DestinationSettings): settings is UpdatingDesk & { updateSecretFrom: string } =>
	"updateSecretFrom" in settings && settings.updateSecretFrom !== undefined;

/**
 * `POST /api/desk/<destination>`: a desk says how a ticket stands. Signed, so that it may come from another site. An unknown
 * destination, one that sends no updates and a wrong signature get the same answer.
 */
export const deskUpdates = new Hono<App>()
	.post("/:destination", async (c) => {
		const now = Date.now();
		const id = c.req.param("destination");
		const body = await readText(c.req.raw, limits.smallBody);
		const desk = (routing.destinations as DestinationSettings[]).filter(sendsUpdates).find((settings) => settings.id === id);
		const secret = desk ? connectorContext(c.env).setting(desk.updateSecretFrom) : "";
		const sentAt = desk && secret !== "" ? await signedAt(desk.type, secret, { headers: c.req.raw.headers, body, now }) : null;
		if (sentAt === null) throw new Problem("unsigned");
		const { at = sentAt, ...update } = parse(deskUpdateSchema, fromJson(body));
		if (at > now + aheadMs) throw new Problem("invalid", { errors: [{ field: "at", message: "lies in the future" }] });
		return c.json({ applied: await applyDeskUpdate(c.env.DB, id, update, at) } satisfies DeskUpdateAnswer, 200, { "cache-control": "no-store" });
	})
	.all("/:destination", refuseMethod("POST"));

function fromJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new Problem("bad-json");
	}
}
