import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A ticket as the desk got it. */
export interface ReceivedTicket {
	/** `webhook-id`: the same at every attempt. */
	deliveryId: string;
	data: { reference: string; subject: string; priority: string; team: string; [field: string]: unknown };
}

/** A help desk on this machine that takes what the Worker hands over, for trying the product out and for tests. */
export interface PracticeDesk {
	url: string;
	/** Tickets in the order they came; a delivery that came twice stands once. */
	tickets: ReceivedTicket[];
	/** Messages refused because their signature was wrong or old. */
	refused: number;
	close(): Promise<void>;
}

const toleranceSeconds = 5 * 60;
const largestBody = 1024 * 1024;

/**
 * Checks a Standard Webhooks signature. Written against the specification (https://www.standardwebhooks.com), apart from the
 * library that signs, so that each checks the other.
 */
export function isSigned(headers: IncomingMessage["headers"], body: string, secret: string, now = Date.now()): boolean {
	const id = String(headers["webhook-id"] ?? "");
	const timestamp = String(headers["webhook-timestamp"] ?? "");
	if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false;
	const expected = createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
		.update(`${id}.${timestamp}.${body}`)
		.digest();
	return String(headers["webhook-signature"] ?? "")
		.split(" ")
		.some((signature) => {
			const [version, value = ""] = signature.split(",");
			const given = Buffer.from(value, "base64");
			return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
		});
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > largestBody) throw new Error("the body is too large");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

/** Starts the desk on a free port of the loopback address. */
export async function startPracticeDesk(secret: string, onTicket: (ticket: ReceivedTicket) => void = () => {}): Promise<PracticeDesk> {
	const tickets: ReceivedTicket[] = [];
	const desk: PracticeDesk = { url: "", tickets, refused: 0, close: () => closeServer(server) };
	const server = createServer((request, response) => {
		// A sender that goes away in the middle is its own affair.
		answer(request, response).catch(() => response.destroy());
	});
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await readBody(request);
		if (request.method !== "POST" || !isSigned(request.headers, body, secret)) {
			desk.refused++;
			response.writeHead(401).end();
			return;
		}
		const deliveryId = String(request.headers["webhook-id"]);
		if (!tickets.some((ticket) => ticket.deliveryId === deliveryId)) {
			const ticket = { deliveryId, data: (JSON.parse(body) as { data: ReceivedTicket["data"] }).data };
			tickets.push(ticket);
			onTicket(ticket);
		}
		response
			.writeHead(200, { "content-type": "application/json" })
			.end(JSON.stringify({ reference: `DESK-${tickets.findIndex((ticket) => ticket.deliveryId === deliveryId) + 1001}` }));
	}
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	desk.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tickets`;
	return desk;
}

function closeServer(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((done) => server.close(() => done()));
}
