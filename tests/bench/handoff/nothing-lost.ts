import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { createRandom } from "../lib/random.ts";
import { startFailingDesk } from "./failing-desk.ts";
import { inParallel, startPortal, submit } from "./portal.ts";

/** Times that the server's process group is killed while tickets come in, and while they are handed over. */
const killsWhileSubmitting = 4;
const killsWhileDelivering = 4;

/** Longest time for all of it. */
const patienceMs = 40 * 60_000;

/** Tickets against a desk that fails half the time, on a server that is killed again and again: what was acknowledged must arrive, once. */
export async function nothingLost(tickets: number, say: (line: string) => void): Promise<Figure[]> {
	const desk = await startFailingDesk({ failing: 0.5, random: createRandom(5) });
	const portal = await startPortal("nothing-lost", desk);
	const acknowledged = new Set<string>();
	const began = Date.now();
	try {
		say(`sending ${tickets} tickets`);
		let done = 0;
		let starting = Promise.resolve();
		const killAt = Array.from({ length: killsWhileSubmitting }, (_, index) => Math.round(((index + 0.5) / killsWhileSubmitting) * tickets));
		await inParallel(
			Array.from({ length: tickets }, () => crypto.randomUUID()),
			10,
			async (key) => {
				// As the page does: the same key until there is an answer.
				for (;;) {
					await starting;
					const answer = await submit(portal.worker().url, key).catch(() => null);
					if (answer && (answer.status === 200 || answer.status === 201)) {
						acknowledged.add(answer.reference);
						break;
					}
					await wait(200);
				}
				if (killAt.includes(++done)) {
					portal.kill();
					starting = portal.start();
				}
			},
		);
		say("handing over");
		let kills = 0;
		let ahead = 0;
		for (let pending = Infinity; pending > 0 && Date.now() - began < patienceMs;) {
			ahead += 5 * 60_000;
			const at = Date.now() + ahead;
			if (kills < killsWhileDelivering && pending < tickets) {
				kills++;
				const tick = portal
					.worker()
					.tick(at)
					.catch(() => undefined);
				await wait(1500);
				portal.kill();
				await tick;
				await portal.start();
			} else
				await portal
					.worker()
					.tick(at)
					.catch(() => undefined);
			pending = await pendingAt(portal.worker().url);
			say(`${pending} wait`);
		}
		await portal.worker().stop();
		const stored = await portal.count("SELECT count(*) AS n FROM tickets");
		const delivered = await portal.count("SELECT count(*) AS n FROM deliveries WHERE state = 'delivered'");
		const twice = [...desk.held.values()].filter((times) => times > 1).length;
		const missing = [...acknowledged].filter((reference) => !desk.held.has(reference)).length;
		const of = `${tickets} tickets, ${killsWhileSubmitting + killsWhileDelivering} kills, answers ${[...desk.answers].map(([kind, n]) => `${kind}: ${n}`).join(", ")}`;
		return [
			{ name: "acknowledged", value: acknowledged.size, unit: "tickets", goal: { op: "==", value: tickets }, of },
			{ name: "stored", value: stored, unit: "tickets", goal: { op: "==", value: tickets }, of },
			{ name: "delivered", value: delivered, unit: "tickets", goal: { op: "==", value: tickets }, of },
			{ name: "distinct at the desk", value: desk.held.size, unit: "tickets", goal: { op: "==", value: tickets }, of },
			{ name: "acknowledged, not at the desk", value: missing, unit: "tickets", goal: { op: "==", value: 0 }, of },
			{ name: "twice at the desk", value: twice, unit: "tickets", goal: { op: "==", value: 0 }, of },
			{ name: "all of it", value: (Date.now() - began) / 1000, unit: "s", goal: null, of },
		];
	} finally {
		await portal.remove();
	}
}

async function pendingAt(url: string): Promise<number> {
	const response = await fetch(`${url}/api/reports/operations`, { headers: { authorization: "Bearer bench" }, signal: AbortSignal.timeout(10_000) });
	return ((await response.json()) as { deliveries: { pending: number } }).deliveries.pending;
}
