import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "#worker/handoff/destination.ts";
import { readOperations } from "#worker/lib/operations.ts";
import { claimDeliveries } from "#worker/queries/outbox.ts";
import { second, minute, hour, start, fileMany, Desk, delivered, busy, refuse, drain, states, attemptsInAll, circuit } from "./stand-in-desk.ts";
import { db, setClock } from "./support.ts";

beforeEach(() => {
	setClock(start);
	vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe("the circuit of a destination", () => {
	it("opens after five failures in a row: nothing more is tried or counted", async () => {
		await fileMany(20);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		expect(desk.asked).toHaveLength(5);
		expect(await attemptsInAll()).toBe(5);
		expect(await circuit()).toMatchObject({ circuit: "open", failures: 5, openUntil: start + 30 * second, lastError: "the desk answered 503", pending: 20 });
		setClock(start + 29 * second);
		await drain([desk]);
		expect(await attemptsInAll()).toBe(5);
	});

	it("stays closed where failures are not in a row", async () => {
		await fileMany(20);
		let n = 0;
		const desk = new Desk("desk", (message, attempt) => (++n % 5 === 0 ? delivered(message, attempt) : busy(message, attempt)));
		await drain([desk], { limit: 1 });
		expect(desk.asked).toHaveLength(20);
		expect(await circuit()).toMatchObject({ circuit: "closed", failures: 0 });
	});

	it("is told without the error of long ago where the desk does well again", async () => {
		await fileMany(2);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1, budgetMs: 0 });
		expect(await circuit()).toMatchObject({ failures: 1, lastError: "the desk answered 503", lastSuccessAt: null });
		desk.answer = delivered;
		setClock(start + hour);
		await drain([desk]);
		expect(await circuit()).toMatchObject({ failures: 0, lastError: null, lastSuccessAt: start + hour, openUntil: null });
	});

	it("is tried again from the very moment that it is open until", async () => {
		await fileMany(6);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		setClock(start + 30 * second - 1);
		expect(await circuit()).toMatchObject({ circuit: "open" });
		setClock(start + 30 * second);
		expect(await circuit()).toMatchObject({ circuit: "probing" });
		await drain([desk]);
		expect(desk.asked).toHaveLength(6);
	});

	it("is tried with one delivery at a time, however many drain", async () => {
		await fileMany(20);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		setClock(start + 31 * second);
		expect((await circuit())?.circuit).toBe("probing");
		let release: (outcome: Outcome) => void = () => undefined;
		desk.answer = () => new Promise((resolve) => (release = resolve));
		const drains = Array.from({ length: 4 }, () => drain([desk]));
		await vi.waitUntil(() => desk.asked.length === 6);
		await Promise.all([drain([desk]), drain([desk])]);
		expect(desk.asked).toHaveLength(6);
		release({ kind: "retry", reason: "the desk answered 503" });
		await Promise.all(drains);
		expect(await circuit()).toMatchObject({ circuit: "open", failures: 6 });
		expect((await circuit())?.openUntil).toBeGreaterThanOrEqual(start + 91 * second);
	});

	it("waits twice as long after each probe that fails, ten minutes at most", async () => {
		await fileMany(30);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		const waits: number[] = [];
		for (let n = 0; n < 7; n++) {
			const at = setClock((await circuit())?.openUntil ?? 0);
			await drain([desk]);
			waits.push(((await circuit())?.openUntil ?? 0) - at);
		}
		expect(waits.map((ms) => ms / second)).toEqual([60, 120, 240, 480, 600, 600, 600]);
		expect(await attemptsInAll()).toBe(12);
	});

	it("closes when a probe is answered, and everything goes out in the same drain", async () => {
		await fileMany(50);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		setClock(start + 31 * second);
		desk.answer = delivered;
		expect((await drain([desk])).delivered).toBe(50);
		expect(await circuit()).toMatchObject({ circuit: "closed", failures: 0, pending: 0 });
	});

	it("closes too when the probe is refused: the desk is there", async () => {
		await fileMany(6);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		setClock(start + 31 * second);
		desk.answer = refuse;
		await drain([desk]);
		expect(await circuit()).toMatchObject({ circuit: "closed" });
	});

	it("lets another probe when the one who had it died", async () => {
		await fileMany(6);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		setClock(start + 31 * second);
		expect(await claimDeliveries(db, "died", Date.now(), minute, 6)).toHaveLength(1);
		expect(await claimDeliveries(db, "other", Date.now(), minute, 6)).toHaveLength(0);
		setClock(start + 92 * second);
		desk.answer = delivered;
		expect((await drain([desk])).delivered).toBe(6);
	});

	it("gives its probe back when the destination is not configured any more", async () => {
		await fileMany(6);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		setClock(start + 31 * second);
		desk.answer = () => ({ kind: "unconfigured", reason: "not set up" });
		await drain([desk]);
		expect(desk.asked.length).toBeGreaterThan(6);
	});

	it("of one destination is none of another's business", async () => {
		await fileMany(20, "alive", await fileMany(20, "dead"));
		const desks = [new Desk("dead", busy), new Desk("alive")];
		expect(await drain(desks)).toMatchObject({ delivered: 20 });
		expect(await circuit("alive")).toMatchObject({ circuit: "closed", pending: 0 });
		expect(await readOperations(db, Date.now())).toMatchObject({
			destinations: [
				{ id: "alive", circuit: "closed", failures: 0, pending: 0, dead: 0 },
				{ id: "dead", circuit: "open", pending: 20, dead: 0 },
			],
		});
	});

	it("of a desk that is down for two hours costs few attempts, and all tickets get there afterwards", async () => {
		await fileMany(60);
		const up = start + 2 * hour;
		const desk = new Desk("desk", (message, attempt) => (attempt.now < up ? busy(message, attempt) : delivered(message, attempt)));
		let at = start;
		for (; at < up; at += minute) {
			setClock(at);
			await drain([desk]);
		}
		const attemptsWhileDown = (await attemptsInAll()) ?? 0;
		expect(attemptsWhileDown).toBeLessThan(60);
		for (; at < up + 30 * minute && (await states()).some(({ state }) => state === "pending"); at += minute) {
			setClock(at);
			await drain([desk]);
		}
		expect(await states()).toEqual([{ state: "delivered", n: 60 }]);
		expect(at - up).toBeLessThanOrEqual(15 * minute);
		expect(new Set(desk.asked).size).toBe(60);
	});
});
