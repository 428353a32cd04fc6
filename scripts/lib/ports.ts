import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { fail } from "./command-line.ts";

/** The port of `PORT`, or another. */
export function readPort(otherwise: number): number {
	const port = Number(process.env["PORT"] ?? otherwise);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) fail(`PORT is "${process.env["PORT"]}"; it must be a number from 1 to 65535.`);
	return port;
}

/** Whether a port can be listened on, on both loopback addresses. */
export async function isFree(port: number): Promise<boolean> {
	return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
	return new Promise((done, failed) => {
		const server = createServer();
		server.on("error", failed);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => done(typeof address === "object" && address ? address.port : 0));
		});
	});
}

/**
 * A free port that is not given to outgoing connections while nothing listens on it: Linux gives them those from 32768 on
 * (https://www.kernel.org/doc/html/latest/networking/ip-sysctl.html, `ip_local_port_range`).
 */
export async function lastingPort(): Promise<number> {
	for (;;) {
		const port = randomInt(20_000, 32_000);
		if (await isFree(port)) return port;
	}
}

function canListen(port: number, host: string): Promise<boolean> {
	return new Promise((done) => {
		const server = createServer();
		// A machine without IPv6 has no ::1; nothing can be in the way there.
		server.on("error", (error: NodeJS.ErrnoException) => done(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"));
		server.listen(port, host, () => server.close(() => done(true)));
	});
}
