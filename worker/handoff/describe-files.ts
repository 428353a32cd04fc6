import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../env.ts";
import { fileLink, filesEndAt } from "../lib/file-links.ts";
import { filesOfTicket } from "../queries/attachments.ts";
import type { StoredTicket } from "../queries/tickets.ts";
import type { HandoffAttachment } from "./destination.ts";

/** Files of a ticket for a desk: links that end with the ticket's text, and the bytes for desks that take them. */
export async function describeFiles(env: Env, { url, support }: SiteManifest, { id, createdAt, content }: StoredTicket): Promise<HandoffAttachment[]> {
	if (content.files === 0) return [];
	const files = await filesOfTicket(env.DB, id);
	const until = filesEndAt(createdAt, support.retention.tickets);
	return Promise.all(
		files.map(async (file) => ({
			name: file.name,
			type: file.type,
			size: file.size,
			url: new URL(await fileLink(env, file.id, until), url).href,
			read: () => readFile(env.FILES, file.id),
		})),
	);
}

async function readFile(files: R2Bucket, id: string): Promise<ArrayBuffer> {
	const stored = await files.get(id);
	if (!stored) throw new Error("the file is gone");
	return stored.arrayBuffer();
}
