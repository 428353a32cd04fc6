import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Transform } from "node:stream";
import { createGzip } from "node:zlib";
import { folderFile } from "./folder-file.ts";

/** A site that is served, and what was sent of it. */
export interface ServedSite {
	url: string;
	/** Bytes of the bodies sent, as they were compressed, by path. */
	sent: Map<string, number>;
	close(): void;
}

/** Serves a built site on loopback as a static host does: texts compressed (gzip), everything else as it is. The Worker's routes are absent. */
export async function serveSite(folder: string): Promise<ServedSite> {
	const sent = new Map<string, number>();
	const counted = (path: string) =>
		new Transform({
			transform(chunk: Buffer, _encoding, done) {
				sent.set(path, (sent.get(path) ?? 0) + chunk.length);
				done(null, chunk);
			},
		});
	const server = createServer((request, response) => {
		const found = folderFile(folder, new URL(request.url ?? "/", "http://localhost").pathname);
		if (!found) return void response.writeHead(404).end();
		const { path, file, type } = found;
		if (type === undefined || type === "font/woff2") {
			response.writeHead(200, { "content-type": type ?? "application/octet-stream" });
			createReadStream(file).pipe(counted(path)).pipe(response);
			return;
		}
		response.writeHead(200, { "content-type": type, "content-encoding": "gzip" });
		createReadStream(file)
			.pipe(createGzip({ level: 9 }))
			.pipe(counted(path))
			.pipe(response);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sent,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
