import { Hono } from "hono";
import { attachmentHeaders, uploadSchema } from "#contract/attachments.ts";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { storeFile } from "../lib/store-file.ts";
import { momentOf } from "../lib/moment.ts";
import { hashOfNetwork } from "../lib/visitor.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { removeFile } from "../queries/attachments.ts";

function decodeName(encoded: string): string {
	try {
		return decodeURIComponent(encoded);
	} catch {
		throw new Problem("invalid", { errors: [{ field: "name", message: "the file's name must be percent-encoded" }] });
	}
}

/** `POST /api/attachments`: 201 when a file is stored for a form that was not sent yet. `DELETE /api/attachments/<id>`: 204 when it is gone. */
export const attachments = new Hono<App>()
	.post("/", rateLimit({ name: "attachments" }), async (c) => {
		const length = c.req.header("content-length");
		if (length === undefined) throw new Problem("length-required");
		if (Number(length) > limits.attachmentBytes) throw new Problem("too-large", { detail: ({ t }) => t.problems.fileTooLarge });
		const { key, name, size } = parse(uploadSchema, {
			key: c.req.header(attachmentHeaders.key),
			name: decodeName(c.req.header(attachmentHeaders.name) ?? ""),
			size: length,
		});
		const body = c.req.raw.body as ReadableStream<Uint8Array> | null;
		if (!body) throw new Problem("invalid", { errors: [{ field: "file", message: ({ t }) => t.fields.emptyFile }] });
		const moment = await momentOf(c);
		const network = await hashOfNetwork(c.env.SALTS, "files", c.var.network, moment);
		const storing = storeFile(c.env, { key, name, size, body, network }, moment);
		// Whoever sends may go away in the middle: the row of a file that never came is released all the same.
		c.executionCtx.waitUntil(storing.catch(() => undefined));
		return c.json(await storing, 201, { "cache-control": "no-store" });
	})
	.delete("/:id", rateLimit({ name: "attachments" }), async (c) => {
		const id = c.req.param("id");
		if (!(await removeFile(c.env.DB, id, c.req.header(attachmentHeaders.key) ?? ""))) throw new Problem("unknown-file");
		await c.env.FILES.delete(id);
		return c.body(null, 204);
	})
	.all("/", refuseMethod("POST"))
	.all("/:id", refuseMethod("DELETE"));
