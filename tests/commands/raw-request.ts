import { connect } from "node:net";

/** An answer as it came over the wire. */
export interface RawAnswer {
	status: number;
	body: string;
}

/** A request whose path is sent as it is: `fetch` and `node:http` would tidy it up or refuse it. */
export function rawRequest(port: number, method: string, path: string): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, "127.0.0.1");
		const chunks: Buffer[] = [];
		socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${method} ${path}`)));
		socket.on("data", (chunk) => chunks.push(chunk));
		socket.on("error", reject);
		socket.on("close", () => {
			const text = Buffer.concat(chunks).toString("utf8");
			resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), body: text.slice(text.indexOf("\r\n\r\n") + 4) });
		});
		socket.write(
			`${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
		);
	});
}
