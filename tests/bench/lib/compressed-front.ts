import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Answers a request; its body is sent on compressed. */
export type Answer = (request: Request) => Promise<Response>;

/** A server that browsers meet as they would meet a host in production. */
export interface Front {
	url: string;
	/** Milliseconds that each answer waits, as a round trip far away would. At first 0. */
	delay: number;
	close(): void;
}

const compressible = /^(text\/|image\/svg|application\/(json|javascript|xml|manifest|[\w.-]+\+xml|[\w.-]+\+json))/;
const notPassed = ["content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive"];

// Middling levels, as hosts choose them for what they compress on the way.
const encoders: Record<string, (body: Buffer) => Buffer> = {
	br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
	gzip: (body) => gzipSync(body, { level: 8 }),
};

/** Serves what `answer` gives on loopback, over HTTP/1.1 and compressed; each answer tells in `content-length` how many bytes its body takes. */
export async function serveCompressed(answer: Answer): Promise<Front> {
	const compressed = new Map<string, Buffer>();
	const front: Front = { url: "", delay: 0, close };
	const server = createServer((incoming, outgoing) => {
		reply(incoming)
			.then(({ status, headers, body }) => outgoing.writeHead(status, headers).end(body))
			.catch((error: unknown) => outgoing.writeHead(502).end(String(error)));
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	front.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return front;

	async function reply(incoming: IncomingMessage) {
		const [response] = await Promise.all([answer(await requestOf(incoming, front.url)), setTimeout(front.delay)]);
		const headers = Object.fromEntries([...response.headers].filter(([name]) => !notPassed.includes(name)));
		let body: Buffer = Buffer.from(await response.arrayBuffer());
		const encoding = Object.keys(encoders).find((name) => incoming.headers["accept-encoding"]?.includes(name));
		if (encoding !== undefined && body.length > 0 && compressible.test(headers["content-type"] ?? "")) {
			body = encode(encoding, body);
			Object.assign(headers, { "content-encoding": encoding, vary: "accept-encoding" });
		}
		return { status: response.status, headers: { ...headers, "content-length": String(body.length) }, body };
	}

	/** The same text is compressed once only, so that the time it takes is not measured. */
	function encode(encoding: string, body: Buffer): Buffer {
		const key = encoding + body.toString("latin1");
		const known = compressed.get(key) ?? encoders[encoding]?.(body) ?? body;
		compressed.set(key, known);
		return known;
	}

	function close(): void {
		server.closeAllConnections();
		server.close();
	}
}

async function requestOf(incoming: IncomingMessage, base: string): Promise<Request> {
	const { method = "GET", url = "/" } = incoming;
	const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
		name === "host" || notPassed.includes(name) ? [] : [[name, String(value)] as [string, string]],
	);
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return new Request(base + url, { method, headers, ...(chunks.length > 0 && { body: Buffer.concat(chunks) }) });
}
