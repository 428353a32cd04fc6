import { Hono } from "hono";
import type { App } from "../env.ts";
import { holdsFileLink } from "../lib/file-links.ts";
import { Problem } from "../lib/problem.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { fileOfAnyTicket } from "../queries/attachments.ts";

/**
 * `GET /files/t/<id>?exp=&sig=`: a file of a ticket, for whoever has the signed link. It is only ever saved, never shown as a page of this
 * site. A wrong, an ended and a made-up link get the same answer.
 */
export const files = new Hono<App>()
	.get("/t/:id", async (c) => {
		const id = c.req.param("id");
		const link = { exp: c.req.query("exp") ?? "", sig: c.req.query("sig") ?? "" };
		if (!(await holdsFileLink(c.env, id, link, c.var.now))) throw new Problem("unknown-file");
		const [file, stored] = await Promise.all([fileOfAnyTicket(c.env.DB, id), c.env.FILES.get(id)]);
		if (!file || !stored) throw new Problem("unknown-file");
		const plain = file.name.replace(/[^\x20-\x7e]/g, "_");
		return c.body(stored.body, 200, {
			"content-type": file.type === "text/plain" ? "text/plain; charset=utf-8" : file.type,
			"content-length": String(stored.size),
			"content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`,
			"content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
			"cache-control": "private, no-store",
			"referrer-policy": "no-referrer",
		});
	})
	.all("/t/:id", refuseMethod("GET, HEAD"));
