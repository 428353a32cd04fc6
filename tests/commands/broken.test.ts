import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { migrate } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { numberOf, withDatabaseFile } from "../bench/faults/database-file.ts";
import { openPlainForm } from "../bench/faults/plain-form.ts";
import { connectClients, cutInTheMiddle, neverReads, silent, slowBody, slowHeaders } from "../bench/faults/slow-sockets.ts";
import { makeTicket } from "../bench/faults/writers.ts";
import { submit } from "../bench/handoff/portal.ts";
import { scratch } from "./command.ts";

it("takes messages beside clients that never finish, keeps nothing of a half one, and gives a form back with its words while the database is locked", async () => {
	const state = join(scratch(), "state");
	await migrate(state);
	const worker = await startWorker({ port: await freePort(), state, vars: {} });
	const port = Number(new URL(worker.url).port);
	const slow = await Promise.all([slowHeaders, slowBody, silent, neverReads].map((manners) => connectClients(port, 25, manners)));
	await connectClients(
		port,
		25,
		cutInTheMiddle(() => JSON.stringify({ ...makeTicket(), subject: "Cut in the middle" })),
	);
	for (let time = 0; time < 10; time++) expect((await submit(worker.url, crypto.randomUUID(), "Beside slow ones")).status).toBe(201);
	for (const clients of slow) clients.close();

	const form = await openPlainForm(worker.url, "");
	await withDatabaseFile(state, async (db) => {
		db.exec("BEGIN IMMEDIATE");
		expect((await submit(worker.url, crypto.randomUUID(), "While it is locked")).status).toBe(503);
		expect(await form.send()).toMatchObject([{ value: 1, of: expect.stringContaining("The service cannot store anything right now.") }]);
		db.exec("ROLLBACK");
	});
	await setTimeout(100);
	expect((await submit(worker.url, crypto.randomUUID(), "After it was locked")).status).toBe(201);
	await worker.stop();
	await withDatabaseFile(state, (db) => expect(numberOf(db, "SELECT count(*) FROM tickets")).toBe(11));
});
