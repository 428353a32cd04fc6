import { connect, type Socket } from "node:net";

/** Clients that take their time, or leave. */
export interface SlowClients {
	/** How many connections are still open. */
	open(): number;
	close(): void;
}

/** What a client does with its connection. */
type Manners = (socket: Socket, index: number) => void;

const head = (length: number) =>
	`POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nSec-Fetch-Site: same-origin\r\nX-Dev-Network: 172.16.1.1\r\nContent-Length: ${length}\r\n\r\n`;

/** Sends its headers one by one, without end. */
export const slowHeaders: Manners = (socket) => {
	socket.write("POST /api/tickets HTTP/1.1\r\nHost: localhost\r\n");
	everySecond(socket, (second) => `X-Header-${second}: 1\r\n`);
};

/** Sends its body letter by letter, without end. */
export const slowBody: Manners = (socket) => {
	socket.write(head(100_000));
	everySecond(socket, () => " ");
};

/** Opens a connection, and says nothing. */
export const silent: Manners = () => undefined;

/** Asks for the largest file twice, and reads nothing of it. */
export const neverReads: Manners = (socket) => {
	socket.pause();
	socket.write("GET /llms-full.txt HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(2));
};

/** Sends half of a message, and leaves. @param bodyOf the whole message */
export function cutInTheMiddle(bodyOf: (index: number) => string): Manners {
	return (socket, index) => {
		const body = bodyOf(index);
		socket.write(head(Buffer.byteLength(body)) + body.slice(0, Math.floor(body.length / 2)), () => socket.destroy());
	};
}

/** Sends a message, and leaves before the answer. @param bodyOf the message */
export function goneBeforeTheAnswer(bodyOf: (index: number) => string): Manners {
	return (socket, index) => {
		const body = bodyOf(index);
		socket.write(head(Buffer.byteLength(body)).replace("172.16.1.1", `172.17.${index & 255}.1`) + body, () => socket.destroy());
	};
}

function everySecond(socket: Socket, words: (second: number) => string): void {
	let second = 0;
	const timer = setInterval(() => socket.write(words(second++)), 1000);
	socket.on("close", () => clearInterval(timer));
}

/** Connects so many clients with these manners, all at once. */
export async function connectClients(port: number, count: number, manners: Manners): Promise<SlowClients> {
	const sockets = await Promise.all(Array.from({ length: count }, (_, index) => connectOne(index)));
	return {
		open: () => sockets.filter(({ destroyed }) => !destroyed).length,
		close: () => sockets.forEach((socket) => socket.destroy()),
	};

	function connectOne(index: number): Promise<Socket> {
		return new Promise((done) => {
			const socket = connect(port, "127.0.0.1", () => {
				manners(socket, index);
				done(socket);
			});
			// The server may tire of it.
			socket.on("error", () => done(socket));
		});
	}
}
