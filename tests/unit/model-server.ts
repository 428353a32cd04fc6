import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface ModelRequest {
	path: string;
	headers: IncomingHttpHeaders;
	body: { model: string; messages: { role: string; content: string }[]; stream: boolean } & Record<string, unknown>;
}

/** How the server answers one request. */
export type Answering = (response: ServerResponse, request: ModelRequest) => void | Promise<void>;

/** A server on the loopback address that speaks chat completions as a test wants it. */
export interface ModelServer {
	/** What goes into `ANSWER_API_URL`. */
	url: string;
	requests: ModelRequest[];
	/** Requests whose connection was closed by the client before the answer had ended. */
	left: number;
	/** How the next requests are answered. */
	answer: Answering;
	close(): Promise<void>;
}

export async function startModelServer(): Promise<ModelServer> {
	const http = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on("data", (chunk: Buffer) => void chunks.push(chunk));
		incoming.on("end", () => {
			const request = { path: incoming.url ?? "", headers: incoming.headers, body: JSON.parse(Buffer.concat(chunks).toString()) as ModelRequest["body"] };
			server.requests.push(request);
			response.on("close", () => void (server.left += response.writableEnded ? 0 : 1));
			void server.answer(response, request);
		});
	});
	await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
	const server: ModelServer = {
		url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
		requests: [],
		left: 0,
		answer: (response) => void response.writeHead(500).end(),
		close() {
			http.closeAllConnections();
			return new Promise((done) => http.close(() => done()));
		},
	};
	return server;
}

const chunk = (delta: object, finish: string | null = null) =>
	`data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: finish }], usage: null })}\n\n`;

/** The events of an answer, as the protocol describes them. */
export function eventsOf(pieces: string[], { total = 321, finish = "stop" }: { total?: number; finish?: string } = {}): string {
	return [
		chunk({ role: "assistant", content: "" }),
		...pieces.map((content) => chunk({ content })),
		chunk({}, finish),
		`data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", choices: [], usage: { prompt_tokens: total - 21, completion_tokens: 21, total_tokens: total } })}\n\n`,
		"data: [DONE]\n\n",
	].join("");
}

/** Sends bytes in pieces of a size, each in a packet of its own. */
export async function sendInPieces(response: ServerResponse, bytes: Buffer, size: number): Promise<void> {
	response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
	for (let from = 0; from < bytes.length; from += size) {
		response.write(bytes.subarray(from, from + size));
		await new Promise((done) => setImmediate(done));
	}
	response.end();
}

/** Says this, in one go. */
export function says(...pieces: string[]): Answering {
	return (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).end(eventsOf(pieces));
}
