import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isSigned } from "#scripts/lib/practice-desk.ts";

/** A message as it reached the desk. */
export interface DeskCall {
	/** `webhook-id`: the same at every attempt. */
	deliveryId: string;
	/** How often this message came, with this time. */
	time: number;
	reference: string;
	/** Keeps the ticket, as a desk does that remembers ids. Returns the desk's number. */
	keep(): string;
}

/** How a desk answers a message. */
export type DeskManners = (call: DeskCall, response: ServerResponse) => void;

/** A practice desk that may have bad manners, and counts. */
export interface RecordingDesk {
	url: string;
	/** Deliveries that it keeps, by reference: more than one is a ticket that stands there twice. */
	held: Map<string, Set<string>>;
	/** How often each delivery was sent. */
	sent: Map<string, number>;
	/** Messages whose signature was wrong. */
	refused: number;
	close(): Promise<void>;
}

/** Takes every ticket at once and tells its number. */
export const goodManners: DeskManners = ({ keep }, response) => {
	response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ reference: keep() }));
};

/** Starts the desk on a free port of the loopback address. Signatures are checked for the time that they name: the bench plays with clocks. */
export async function startRecordingDesk(secret: string, manners: DeskManners = goodManners): Promise<RecordingDesk> {
	const held = new Map<string, Set<string>>();
	const sent = new Map<string, number>();
	const desk: RecordingDesk = { url: "", held, sent, refused: 0, close };
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		// A sender that was killed in the middle is its own affair.
		request.on("error", () => response.destroy());
		request.on("end", () => {
			const body = Buffer.concat(chunks).toString();
			const deliveryId = String(request.headers["webhook-id"]);
			if (!isSigned(request.headers, body, secret, Number(request.headers["webhook-timestamp"]) * 1000)) {
				desk.refused++;
				response.writeHead(401).end();
				return;
			}
			const time = (sent.get(deliveryId) ?? 0) + 1;
			sent.set(deliveryId, time);
			const { reference } = (JSON.parse(body) as { data: { reference: string } }).data;
			manners({ deliveryId, time, reference, keep: () => keep(reference, deliveryId) }, response);
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	desk.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tickets`;
	return desk;

	function keep(reference: string, deliveryId: string): string {
		held.set(reference, (held.get(reference) ?? new Set()).add(deliveryId));
		return `DESK-${deliveryId.slice(0, 8)}`;
	}

	function close(): Promise<void> {
		server.closeAllConnections();
		return new Promise((done) => server.close(() => done()));
	}
}
