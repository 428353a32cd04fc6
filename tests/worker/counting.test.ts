import { describe, expect, it } from "vitest";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { whileCounted } from "#worker/lib/while-counted.ts";
import { dirtyDays } from "#worker/queries/rollups.ts";
import { consume, db, makeEnv, rows, sendEvents, setClock, uuid } from "./support.ts";

const view = () => ({ id: uuid(), type: "page_viewed", path: "/" });
const today = "2026-11-18";
const minute = 60_000;

async function makeDirty(day: string, events: number, countedAt: number): Promise<void> {
	await db.batch([
		db.prepare("INSERT OR REPLACE INTO counted_days VALUES (?1, ?2, ?3)").bind(day, countedAt, events),
		db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(day),
	]);
}

describe("a changed day", () => {
	it("is counted again at once when it is short, and after a while when it is long", async () => {
		const now = setClock("2026-11-18T12:00:00Z");
		await makeDirty("2026-11-16", 4_999, now);
		await makeDirty("2026-11-17", 40_000, now - 3 * minute);
		await makeDirty("2026-11-18", 40_000, now - 4 * minute);
		await db.prepare("INSERT INTO dirty_days VALUES ('2026-11-15')").run();
		expect(await dirtyDays(db, 10, now)).toEqual(["2026-11-15", "2026-11-16", "2026-11-18"]);
		expect(await dirtyDays(db, 10, now + minute)).toEqual(["2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18"]);
	});

	it("is noted with the events it had", async () => {
		const now = setClock("2026-11-18T12:00:00Z");
		await sendEvents([view(), view()]);
		await consume();
		await refreshRollups(db);
		expect(await rows("SELECT * FROM counted_days")).toEqual([{ day: today, counted_at: now, events: 2 }]);
	});

	it("is counted by cron every six hours", async () => {
		const seen = async () => (await rows<{ n: number }>("SELECT n FROM daily_rollups WHERE metric = 'page_views'"))[0]?.n ?? 0;
		for (const [at, counted] of [
			["00:10", 1],
			["05:59", 1],
			["06:00", 3],
		] as const) {
			const now = setClock(`2026-11-18T${at}:00Z`);
			await sendEvents([view()]);
			await handleCron(makeEnv(), now);
			expect(await seen(), at).toBe(counted);
		}
	});
});

describe("what was worked out from the counts", () => {
	it("is remembered until something is counted again", async () => {
		let worked = 0;
		const ask = () => whileCounted(db, "a test", () => Promise.resolve(++worked));
		const countOne = async () => {
			await sendEvents([view()]);
			await consume();
			await refreshRollups(db);
		};
		expect([await ask(), await ask()]).toEqual([1, 2]);
		await countOne();
		expect([await ask(), await ask()]).toEqual([3, 3]);
		await countOne();
		expect([await ask(), await ask()]).toEqual([4, 4]);
	});
});

it("counts a replay that waits beside what it repeats, and one that comes later", async () => {
	setClock("2026-11-18T12:00:00Z");
	const [first, second] = [view(), view()];
	await sendEvents([first, second, first]);
	await sendEvents([second]);
	await consume();
	await sendEvents([first, view()]);
	await consume();
	expect(await rows("SELECT day, reason, n FROM excluded_counts")).toEqual([{ day: today, reason: "replay", n: 3 }]);
	expect((await rows("SELECT id FROM events")).length).toBe(3);
});
