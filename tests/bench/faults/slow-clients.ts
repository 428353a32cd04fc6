import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal, submit } from "../handoff/portal.ts";
import { percentile } from "../lib/percentile.ts";
import { account, drainAll } from "./account.ts";
import { numberOf, withDatabaseFile } from "./database-file.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { connectClients, cutInTheMiddle, goneBeforeTheAnswer, neverReads, silent, slowBody, slowHeaders } from "./slow-sockets.ts";
import { awaitWrites, makeTicket, startWriters } from "./writers.ts";

/** Clients of each kind. */
const each = 100;

const honest = 60;

/** Memory of a process group's workerd. In megabytes. */
function memoryOf(group: number): number {
	const lines = execFileSync("ps", ["-eo", "pgid,rss,args"], { encoding: "utf8" }).split("\n");
	const own = lines.map((line) => line.trim().split(/\s+/)).filter(([pgid, , program]) => Number(pgid) === group && program?.endsWith("workerd"));
	return own.reduce((sum, [, rss]) => sum + Number(rss), 0) / 1024;
}

/** How long each of some honest messages takes, one after the other. In milliseconds. */
async function honestTimes(url: string): Promise<number[]> {
	const times: number[] = [];
	for (let turn = 0; turn < honest; turn++) {
		const { status, took } = await submit(url, crypto.randomUUID(), "Beside slow ones");
		if (status !== 201) throw new Error(`an honest message was answered with ${status}`);
		times.push(took);
	}
	return times;
}

/** Hundreds of clients that never finish, never read, or leave in the middle: others are answered as before, and nothing half is stored. Takes a minute. */
export async function slowClients(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-slow", desk, { secret });
	try {
		const { url, pid } = portal.worker();
		const port = Number(new URL(url).port);
		await using writing = startWriters(() => portal.worker().url, { atOnce: 2, pause: 100 });
		await awaitWrites(writing, 30);
		await honestTimes(url);
		const quiet = await honestTimes(url);
		const memoryBefore = memoryOf(pid);
		const gone = Array.from({ length: each }, () => JSON.stringify({ ...makeTicket(), subject: "Gone before the answer" }));
		const beside: number[] = [];
		const memory: number[] = [];
		for (const wave of [1, 2, 3]) {
			const lasting = await Promise.all([slowHeaders, slowBody, silent, neverReads].map((manners) => connectClients(port, each, manners)));
			await connectClients(
				port,
				each,
				cutInTheMiddle(() => JSON.stringify({ ...makeTicket(), subject: "Cut in the middle" })),
			);
			if (wave === 1)
				await connectClients(
					port,
					each,
					goneBeforeTheAnswer((index) => gone[index] ?? ""),
				);
			beside.push(...(await honestTimes(url)));
			memory.push(memoryOf(pid));
			say(
				`wave ${wave}: ${lasting.reduce((sum, { open }) => sum + open(), 0)} of ${4 * each} slow clients are still connected, ${Math.round(memory.at(-1) ?? 0)} MB`,
			);
			lasting.forEach((clients) => clients.close());
			await wait(3_000);
		}
		// Who left comes back and sends the same once more.
		for (const body of gone) {
			const answer = await fetch(`${url}/api/tickets`, {
				method: "POST",
				headers: { "content-type": "application/json", origin: url, "x-dev-network": `172.18.${gone.indexOf(body) & 255}.1` },
				body,
			});
			if (!answer.ok) throw new Error(`who came back was answered with ${answer.status}`);
		}
		await writing.stop();
		await drainAll(portal);
		const of = `${each} clients of each kind: headers without end, a body without end, silent, never reading, cut in the middle, gone before the answer`;
		const subjects = (subject: string) =>
			withDatabaseFile(portal.state, (db) => numberOf(db, "SELECT count(*) FROM tickets WHERE content ->> '$.subject' = ?1", subject));
		const [half, whole] = [await subjects("Cut in the middle"), await subjects("Gone before the answer")];
		return [
			...(await account(portal, writing, desk, of)),
			{ name: "stored of messages that were cut", value: half, unit: "tickets", goal: { op: "==", value: 0 }, of },
			{ name: "stored of those who left and came back", value: whole, unit: "tickets", goal: { op: "==", value: each }, of },
			{
				name: "honest message, p95 beside them / without",
				value: percentile(beside, 0.95) / percentile(quiet, 0.95),
				unit: "×",
				goal: { op: "<=", value: 2 },
				of: `${honest} messages without, ${3 * honest} beside three waves; ${of}`,
			},
			{
				name: "memory of workerd in the third wave / in the first",
				value: (memory[2] ?? NaN) / (memory[0] ?? NaN),
				unit: "×",
				goal: { op: "<=", value: 1.25 },
				of: `${[memoryBefore, ...memory].map((size) => Math.round(size)).join(", ")} MB before and in each wave; ${of}`,
			},
		];
	} finally {
		await portal.remove();
	}
}
