import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A desk that takes Standard Webhooks and fails as often as it is told to. */
export interface FailingDesk {
	url: string;
	/** Tickets it holds, by reference, with how often each was sent in full. */
	held: Map<string, number>;
	/** How it answered, by kind. */
	answers: Map<string, number>;
	close(): Promise<void>;
}

interface FailingDeskOptions {
	/** Share of requests that fail, 0 to 1. */
	failing?: number;
	/** Wait before a good answer, in milliseconds. */
	delay?: number;
	/** A number from 0 to 1. */
	random: () => number;
}

const failures = ["429", "503", "reset", "commit, then silence"] as const;

/** Starts the desk on a free port of the loopback address. It knows a delivery again by its `webhook-id`. */
export async function startFailingDesk({ failing = 0, delay = 0, random }: FailingDeskOptions): Promise<FailingDesk> {
	const held = new Map<string, number>();
	const answers = new Map<string, number>();
	const known = new Map<string, string>();

	function keep(deliveryId: string, body: string): string {
		const reference = known.get(deliveryId) ?? `DESK-${known.size + 1}`;
		const ticket = (JSON.parse(body) as { data: { reference: string } }).data.reference;
		if (!known.has(deliveryId)) held.set(ticket, (held.get(ticket) ?? 0) + 1);
		known.set(deliveryId, reference);
		return reference;
	}

	async function answer(deliveryId: string, body: string, response: ServerResponse): Promise<void> {
		const failure = random() < failing ? failures[Math.floor(random() * failures.length)] : undefined;
		answers.set(failure ?? "200", (answers.get(failure ?? "200") ?? 0) + 1);
		switch (failure) {
			case "429":
				response.writeHead(429, { "retry-after": "1" }).end();
				return;
			case "503":
				response.writeHead(503).end();
				return;
			case "reset":
				response.destroy();
				return;
			case "commit, then silence":
				keep(deliveryId, body);
				return;
			default: {
				await new Promise((done) => setTimeout(done, delay));
				response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ reference: keep(deliveryId, body) }));
			}
		}
	}

	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => void answer(String(request.headers["webhook-id"]), Buffer.concat(chunks).toString(), response));
		// A sender that was killed in the middle is its own affair.
		request.on("error", () => response.destroy());
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		held,
		answers,
		close() {
			server.closeAllConnections();
			return new Promise((done) => server.close(() => done()));
		},
	};
}
