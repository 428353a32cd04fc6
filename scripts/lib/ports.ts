import { createServer } from "node:net";

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

function canListen(port: number, host: string): Promise<boolean> {
	return new Promise((done) => {
		const server = createServer();
		// A machine without IPv6 has no ::1; nothing can be in the way there.
		server.on("error", (error: NodeJS.ErrnoException) => done(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"));
		server.listen(port, host, () => server.close(() => done(true)));
	});
}
