import { Hono } from "hono";
import { deskFlagSchema, type DeskFlag, type DeskFlagAnswer } from "#contract/desk-flags.ts";
import { redact } from "#contract/redaction.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { App } from "../env.ts";
import { dayOf } from "../lib/days.ts";
import { sha256 } from "../lib/encoding.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { readDeskMessage } from "../lib/read-desk-message.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { withoutNames } from "../lib/without-names.ts";
import { flaggedTicket, storeFlag, type FlaggedTicket } from "../queries/flags.ts";

/** `POST /api/desk/<destination>/flags`: an agent says what is to mend in the articles. Signed as updates are. */
export const deskFlags = new Hono<App>()
	.post("/:destination/flags", async (c) => {
		const { desk, body, sentAt } = await readDeskMessage(c, "flags");
		const flag = parse(deskFlagSchema, body);
		const site = await readSite(c.env);
		const article = flag.article === undefined ? null : articleNamed(site, new URL(c.req.url).host, flag.article);
		const ticket = flag.deliveryId === undefined && flag.deskReference === undefined ? null : await flaggedTicket(c.env.DB, desk, flag);
		const names = ticket ? [ticket.name, ticket.company] : [];
		const day = dayOf(sentAt, site.support.timeZone);
		const stored = await storeFlag(c.env.DB, {
			id: await sha256(["flag", desk, ...(flag.id === undefined ? [day, JSON.stringify(flag)] : [flag.id])].join("\n")),
			destination: desk,
			kind: flag.kind,
			topic: withoutNames(topicOf(flag, ticket), names),
			article,
			note: withoutNames(flag.note ?? "", names),
			deskReference: flag.deskReference === undefined ? (ticket?.deskReference ?? null) : redact(flag.deskReference),
			flaggedAt: sentAt,
			day,
		});
		return c.json({ stored } satisfies DeskFlagAnswer, stored ? 201 : 200, { "cache-control": "no-store" });
	})
	.all("/:destination/flags", refuseMethod("POST"));

/** @param host where the Worker was asked: a site that is tried out has another than its own. @throws Problem `unknown-article` where the site has no such article */
function articleNamed(site: SiteManifest, host: string, named: string): string {
	if (Object.hasOwn(site.articles, named)) return named;
	const address = URL.parse(named, site.url);
	const isHere = address !== null && [new URL(site.url).host, host].includes(address.host);
	const path = isHere ? address.pathname.replace(/\/*$/, "/") : null;
	const known = Object.entries(site.articles).find(([, { url }]) => url === path);
	if (!known)
		throw new Problem("unknown-article", {
			detail: "Use the id or the address of an article of this site.",
			errors: [{ field: "article", message: "is none of this site" }],
		});
	return known[0];
}

/** @throws Problem `invalid` where nobody says what it is about */
function topicOf({ topic }: DeskFlag, ticket: FlaggedTicket | null): string {
	const words = topic ?? ticket?.subject ?? "";
	if (words !== "") return words;
	throw new Problem("invalid", { errors: [{ field: "topic", message: "is needed, as the ticket is none of this site or its text is gone" }] });
}
