import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { migrate, withDatabase } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { scratch } from "./command.ts";

const writers = 8;

/** Ids of events that were acknowledged while the server was being killed. */
async function writeUntilKilled(url: string, kill: () => void): Promise<{ events: string[]; tickets: string[] }> {
	const acknowledged = { events: [] as string[], tickets: [] as string[] };
	let killed = false;
	async function post(path: string, body: object): Promise<boolean> {
		try {
			const response = await fetch(url + path, {
				method: "POST",
				headers: {
					"content-type": "application/json",
					origin: url,
					"user-agent": `writer ${Math.random()}`,
					"x-dev-network": `203.0.${Math.floor(Math.random() * 250)}.1`,
				},
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(5_000),
			});
			await response.text();
			return response.ok;
		} catch {
			return false;
		}
	}
	async function writer(): Promise<void> {
		while (!killed) {
			const id = crypto.randomUUID();
			if (await post("/api/events", { events: [{ id, type: "page_viewed", path: "/" }] })) acknowledged.events.push(id);
			const key = crypto.randomUUID();
			if (
				await post("/api/tickets", {
					key,
					subject: "Durable",
					description: "Stored before it is acknowledged.",
					category: "other",
					name: "A",
					email: `${key}@customer.example`,
				})
			)
				acknowledged.tickets.push(key);
		}
	}
	async function killAmidWrites(): Promise<void> {
		while (acknowledged.events.length < 2 * writers || acknowledged.tickets.length < 2 * writers) await setTimeout(20);
		killed = true;
		kill();
	}
	await Promise.all([killAmidWrites(), ...Array.from({ length: writers }, writer)]);
	return acknowledged;
}

it("keeps everything it acknowledged when its process group is killed without warning", async () => {
	const state = join(scratch(), "state");
	await migrate(state);
	const worker = await startWorker({ port: await freePort(), state, vars: {} });
	const { events, tickets } = await writeUntilKilled(worker.url, () => process.kill(-worker.pid, "SIGKILL"));

	const again = await startWorker({ port: await freePort(), state, vars: {} });
	await again.tick();
	await again.stop();
	await withDatabase(async (db) => {
		const count = async (sql: string, ids: string[]) => (await db.prepare(sql).bind(JSON.stringify(ids)).first<{ n: number }>())?.n;
		expect(await count("SELECT count(*) AS n FROM events WHERE id IN (SELECT value FROM json_each(?1))", events)).toBe(events.length);
		expect(await count("SELECT count(*) AS n FROM tickets WHERE idempotency_key IN (SELECT value FROM json_each(?1))", tickets)).toBe(tickets.length);
		expect(
			await count(
				"SELECT count(*) AS n FROM deliveries WHERE ticket IN (SELECT id FROM tickets WHERE idempotency_key IN (SELECT value FROM json_each(?1)))",
				tickets,
			),
		).toBe(tickets.length);
	}, state);
});
