import { Agent, request as ask, type IncomingHttpHeaders } from "node:http";
import type { BenchRequest } from "./requests.ts";

/** An answer and how long it took. */
export interface Answered {
	status: number;
	text: string;
	headers: IncomingHttpHeaders;
	/** Milliseconds to the last byte. */
	took: number;
}

/** What many requests took. */
export interface Round {
	/** Requests answered in a second. */
	perSecond: number;
	/** Milliseconds of each. */
	times: number[];
	statuses: Set<number>;
}

/** A client with connections that stay open. */
export interface Client {
	send(request: BenchRequest): Promise<Answered>;
	/** Sends them all, so many at once. */
	round(requests: BenchRequest[], atOnce: number): Promise<Round>;
	close(): void;
}

const patienceMs = 30_000;

/** Opens a client of a server on this machine. */
export function openClient(url: string): Client {
	const agent = new Agent({ keepAlive: true });
	function send({ method, path, headers, body }: BenchRequest): Promise<Answered> {
		return new Promise((done, failed) => {
			const began = performance.now();
			const sent = ask(new URL(path, url), { agent, method, headers: { connection: "keep-alive", ...headers }, timeout: patienceMs }, (response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("error", failed);
				response.on("end", () => {
					const took = performance.now() - began;
					done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8"), headers: response.headers, took });
				});
			});
			sent.on("timeout", () => sent.destroy(new Error(`${method} ${path} was not answered in time`)));
			sent.on("error", failed);
			sent.end(body);
		});
	}
	return {
		send,
		async round(requests, atOnce) {
			const left = [...requests];
			const times: number[] = [];
			const statuses = new Set<number>();
			const began = performance.now();
			await Promise.all(
				Array.from({ length: atOnce }, async () => {
					for (let next = left.pop(); next; next = left.pop()) {
						const { status, took } = await send(next);
						times.push(took);
						statuses.add(status);
					}
				}),
			);
			return { perSecond: (requests.length / (performance.now() - began)) * 1000, times, statuses };
		},
		close: () => agent.destroy(),
	};
}
