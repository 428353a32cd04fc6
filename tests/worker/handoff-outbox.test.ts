import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "#worker/handoff/destination.ts";
import { claimDeliveries, outboxState } from "#worker/queries/outbox.ts";
import { second, minute, hour, start, fileTicket, fileMany, Desk, delivered, busy, drain, states, attemptsInAll } from "./stand-in-desk.ts";
import { db, rows, setClock, uuid } from "./support.ts";

beforeEach(() => {
	setClock(start);
	vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe("a drain", () => {
	it("goes on while something is due, and takes the longest waiting first", async () => {
		await fileMany(100);
		const desk = new Desk("desk");
		expect(await drain([desk], { limit: 1 })).toEqual({ delivered: 100, postponed: 0, dead: 0 });
		expect(desk.asked).toEqual([...desk.asked].sort());
	});

	it("begins nothing new when its time is up; the next one does the rest", async () => {
		await fileMany(20);
		const desk = new Desk("desk", (message, attempt) => {
			vi.setSystemTime(Date.now() + 3 * second);
			return delivered(message, attempt);
		});
		expect((await drain([desk], { limit: 1 })).delivered).toBe(7);
		expect(await states()).toEqual([
			{ state: "delivered", n: 7 },
			{ state: "pending", n: 13 },
		]);
		expect((await rows("SELECT 1 FROM deliveries WHERE state = 'pending' AND lease_owner IS NOT NULL")).length).toBe(0);
	});

	it("tries nothing twice", async () => {
		await fileMany(8);
		const desk = new Desk("desk", () => ({ kind: "unconfigured", reason: "not set up" }));
		expect(await drain([desk], { random: () => 0 })).toEqual({ delivered: 0, postponed: 8, dead: 0 });
		expect(await attemptsInAll()).toBe(8);
	});

	it("serves destinations by turns: a long row at one does not keep another waiting", async () => {
		await fileMany(3, "quick", await fileMany(120, "slow"));
		const seen: string[] = [];
		const desks = ["slow", "quick"].map((id) => new Desk(id, (message, attempt) => (seen.push(id), delivered(message, attempt))));
		await drain(desks);
		expect(seen.slice(0, 60).filter((id) => id === "quick")).toHaveLength(3);
	});

	it("holds each of many rows alone, also when two begin at the same moment", async () => {
		await fileMany(200);
		const claims = await Promise.all(["a", "b", "c", "d"].map((owner) => claimDeliveries(db, owner, Date.now(), minute, 60)));
		const ids = claims.flat().map(({ id }) => id);
		expect(ids).toHaveLength(200);
		expect(new Set(ids).size).toBe(200);
	});

	it("knows from the second attempt on that the desk may have it", async () => {
		await fileTicket();
		const again: boolean[] = [];
		const desk = new Desk("desk", (message, attempt) => (again.push(attempt.again), again.length < 3 ? busy(message, attempt) : delivered(message, attempt)));
		for (let n = 0; n < 3; n++) {
			setClock(start + n * hour);
			await drain([desk]);
		}
		expect(again).toEqual([false, true, true]);
	});

	it("tries again where a connector fails in itself, and tells the log what failed", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
		await fileTicket();
		const desk = new Desk("desk", () => {
			throw new TypeError("no such field");
		});
		expect(await drain([desk])).toEqual({ delivered: 0, postponed: 1, dead: 0 });
		expect(await rows("SELECT state, last_error FROM deliveries")).toEqual([{ state: "pending", last_error: "the connector failed; see the Worker's log" }]);
		expect(log.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toContainEqual(
			expect.objectContaining({ event: "connector_failed", delivery: expect.any(String), destination: "desk", requestId: null }),
		);
	});

	it("has no more under way at once than it has lanes", async () => {
		await fileMany(9);
		let underWay = 0;
		let most = 0;
		const desk = new Desk("desk", async (message, attempt) => {
			most = Math.max(most, ++underWay);
			await Promise.resolve();
			underWay--;
			return delivered(message, attempt);
		});
		expect(await drain([desk], { lanes: () => 2 })).toMatchObject({ delivered: 9 });
		expect(most).toBe(2);
	});

	it("begins nothing where it has no lane", async () => {
		await fileMany(2);
		const desk = new Desk("desk");
		expect(await drain([desk], { lanes: () => 0 })).toEqual({ delivered: 0, postponed: 0, dead: 0 });
		expect(desk.asked).toEqual([]);
	});

	it("ends an attempt that does not end by itself, before its lease does", async () => {
		vi.useFakeTimers({ toFake: ["Date", "setTimeout"], now: start });
		await fileTicket();
		const desk = new Desk("desk", () => new Promise<Outcome>(() => undefined));
		const drained = drain([desk]);
		await vi.waitUntil(() => desk.asked.length === 1);
		await vi.advanceTimersByTimeAsync(50_000);
		expect(await drained).toEqual({ delivered: 0, postponed: 1, dead: 0 });
		expect(await rows("SELECT last_error FROM deliveries")).toEqual([{ last_error: "the connector did not end within 50000 ms" }]);
	});
});

describe("the state of the outbox", () => {
	it("counts what waits and what was given up, and knows how long the first has waited", async () => {
		await fileMany(3);
		await fileMany(2, "chat");
		await drain([new Desk("chat", () => ({ kind: "dead", reason: "refused" })), new Desk("desk", () => ({ kind: "unconfigured", reason: "not set up" }))]);
		setClock(start + hour);
		expect(await outboxState(db, Date.now())).toEqual({ pending: 3, dead: 2, oldestMs: hour + 2, inbox: 0 });
	});

	it("is nothing where nothing was sent", async () => {
		expect(await outboxState(db, Date.now())).toEqual({ pending: 0, dead: 0, oldestMs: 0, inbox: 0 });
	});
});

describe("whatever happens in whatever order", () => {
	const step = fc.record({
		/** What passes before it. */
		wait: fc.constantFrom(0, second, 20 * second, minute, 10 * minute, hour),
		drainers: fc.constantFrom(1, 2, 3),
		/** Takes some and dies. */
		dies: fc.boolean(),
		answers: fc.array(fc.constantFrom("delivered", "busy", "lost"), { minLength: 1, maxLength: 6 }),
	});

	it("each delivery is in one hand at a time, and ends at the desk", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
				await db.batch([db.prepare("DELETE FROM deliveries"), db.prepare("DELETE FROM destination_health")]);
				setClock(start);
				const ticket = await fileMany(8, "desk");
				await fileMany(4, "chat", ticket);
				const held = new Map<string, number>();
				const inHand = new Set<string>();
				let answers: string[] = [];
				const desks = ["desk", "chat"].map(
					(id) =>
						new Desk(id, async ({ deliveryId }, { again }) => {
							expect(inHand).not.toContain(deliveryId);
							inHand.add(deliveryId);
							await Promise.resolve();
							inHand.delete(deliveryId);
							const answer = answers.shift() ?? "delivered";
							if (answer === "busy") return { kind: "retry", reason: "busy" };
							// A desk that can be asked is asked before the second attempt.
							if (!again || !held.has(deliveryId)) held.set(deliveryId, (held.get(deliveryId) ?? 0) + 1);
							return answer === "lost" ? { kind: "retry", reason: "no answer" } : { kind: "delivered", deskReference: null };
						}),
				);
				let now = start;
				for (const { wait, drainers, dies, answers: next } of steps) {
					setClock((now += wait));
					answers = [...next];
					if (dies) await claimDeliveries(db, uuid(), now, minute, 3);
					await Promise.all(Array.from({ length: drainers }, () => drain(desks)));
				}
				answers = [];
				for (let n = 0; n < 12; n++) {
					setClock((now += hour));
					await drain(desks);
				}
				expect(await states()).toEqual([{ state: "delivered", n: 12 }]);
				expect([...held.values()]).toEqual(Array.from({ length: 12 }, () => 1));
			}),
			{ numRuns: 12 },
		);
	}, 60_000);
});
