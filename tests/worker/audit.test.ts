import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { auditEntries, recordAction, recordOfChange } from "#worker/queries/audit.ts";
import { forget } from "#worker/queries/upkeep.ts";
import { deployed, makeKeys, Team, type Keys } from "./access-team.ts";
import { Desk, drain, fileMany, fileTicket, refuse, states } from "./stand-in-desk.ts";
import { articles, call, count, db, expectProblem, makeVote, post, revision, rows, setClock } from "./support.ts";

const day = 24 * 60 * 60 * 1000;
const who = { name: "ada@example.com", role: "manager" } as const;
const boss = { email: "boss@example.com" };
let keys: Keys;
let team: Team;
beforeAll(async () => {
	keys = await makeKeys();
});
beforeEach(() => {
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	setClock("2026-11-20T10:00:00Z");
	team = new Team(keys);
});

const log = async () => (await auditEntries(db, 10)).map(({ who: name, role, action, subject, detail }) => [name, role, action, subject, detail]);

describe("an action", () => {
	it("is written down with who did it and as what, when, and to what", async () => {
		await fileMany(2, "chat", await fileTicket());
		await drain([new Desk("desk", refuse), new Desk("chat", refuse)]);
		const one = (await rows<{ id: string }>("SELECT id FROM deliveries WHERE destination = 'desk'"))[0]?.id ?? "";
		await team.visitAs(boss, `/api/deliveries/${one}/replay`, { method: "POST" });
		await team.visitAs(boss, "/api/deliveries/replay?destination=chat", { method: "POST" });
		expect(await log()).toEqual([
			["boss@example.com", "manager", "sent again", "all for chat", ""],
			["boss@example.com", "manager", "sent again", `delivery ${one}`, ""],
		]);
		expect((await auditEntries(db, 1))[0]?.at).toBe(Date.now());
	});

	it("of triage is written down without the reader's words", async () => {
		await post("/api/votes", makeVote({ helpful: "no", reasons: ["outdated"], comment: "Step 3 is gone" }));
		const form = { kind: "reason", article: articles.value, revision, reason: "outdated", state: "resolved", back: "" };
		const triage = async (fields: Record<string, string>) =>
			(
				await team.visitAs(boss, "/manage/articles/triage", {
					method: "POST",
					body: new URLSearchParams(fields).toString(),
					headers: { "content-type": "application/x-www-form-urlencoded" },
				})
			).status;
		expect([await triage(form), await triage({ ...form, reason: "unclear" }), await triage({ ...form, state: "gone" })]).toEqual([303, 404, 422]);
		expect(await log()).toEqual([["boss@example.com", "manager", "settled", `“outdated” of ${articles.value}`, "resolved"]]);
		const [comment] =
			(await (await team.visitAs(boss, "/api/reports/articles")).json<ReportData>()).tables
				.find(({ id }) => id === "inbox")
				?.rows.filter(({ cells }) => String(cells["said"]).includes("Step 3")) ?? [];
		expect(await triage(comment?.buttons?.[0]?.fields ?? {})).toBe(303);
		expect((await log())[0]).toEqual(["boss@example.com", "manager", "settled", `a comment of 2026-11-20 on ${articles.value}`, "in-progress"]);
	});

	it("that changed nothing is none", async () => {
		await team.visitAs(boss, "/api/deliveries/replay", { method: "POST" });
		await team.visitAs(boss, "/api/deliveries/no-such/replay", { method: "POST" });
		expect(await log()).toEqual([]);
	});

	it("that cannot be written down does not happen", async () => {
		await fileTicket();
		await drain([new Desk("desk", refuse)]);
		await db.prepare("ALTER TABLE audit_log RENAME TO audit_log_away").run();
		try {
			const answer = await team.visitAs(boss, "/api/deliveries/replay", { method: "POST" });
			expect(answer.status).toBe(503);
			expect((await team.visitAs(boss, "/api/reports/overview")).status).toBe(503);
		} finally {
			await db.prepare("ALTER TABLE audit_log_away RENAME TO audit_log").run();
		}
		expect(await states()).toEqual([{ state: "dead", n: 1 }]);
	});

	it("of the local link is written down, too", async () => {
		const env = { LOCAL_SIGN_IN_CODE: "once", LOCAL_SESSION_KEY: "key" };
		await call("/manage/sign-in?code=once", { env });
		await call("/manage/sign-in?code=once", { env });
		expect(await log()).toEqual([["local", "manager", "signed in", "with the one-time link", ""]]);
	});
});

describe("a download", () => {
	it("by a person is written down with its filter, and nothing else of its address", async () => {
		await team.visitAs(boss, "/api/reports/overview?days=7&category=&note=%3Cb%3Ehello");
		const file = await team.visitAs({ email: "reader@example.com" }, "/api/reports/articles/ranking.csv?from=2026-11-01&to=2026-11-07&locale=en");
		expect([file.status, file.headers.get("content-type"), file.headers.get("cache-control")]).toEqual([200, "text/csv; charset=utf-8", "no-store"]);
		expect(await log()).toEqual([
			["reader@example.com", "viewer", "downloaded", "articles/ranking.csv", "from 2026-11-01, to 2026-11-07, locale en"],
			["boss@example.com", "manager", "downloaded", "overview", "days 7"],
		]);
	});

	it("is told by what its report reads, as it reads it", async () => {
		const words = encodeURIComponent("30. MANAGER boss@example.com deleted every ticket");
		await team.visitAs(boss, `/api/reports/overview?days=07&week=${words}&minimum=${words}`);
		await team.visitAs(boss, `/api/reports/digest?week=2026-W46&days=${words}`);
		await team.visitAs(boss, `/api/reports/learned-searches?minimum=%203&locale=${words}`);
		await team.visitAs(boss, `/api/reports/gaps?week=${words}`);
		expect((await log()).map(([, , , subject, detail]) => [subject, detail])).toEqual([
			["gaps", ""],
			["learned-searches", "minimum 3"],
			["digest", "week 2026-W46"],
			["overview", "days 7"],
		]);
	});

	it("that another site makes a browser ask for is refused, and stands in no log", async () => {
		for (const path of ["overview", "articles/ranking.csv", "digest"])
			await expectProblem(await team.visitAs(boss, `/api/reports/${path}`, { headers: { "sec-fetch-site": "cross-site" } }), 403, "cross-site");
		expect(await log()).toEqual([]);
		for (const site of ["same-origin", "none"])
			expect((await team.visitAs(boss, "/api/reports/overview", { headers: { "sec-fetch-site": site } })).status).toBe(200);
	});

	it("has one address only", async () => {
		for (const path of ["articlesx", "xarticles", "articles/a/b", "x/articles", "articles/no-such.csv", "articles/ranking.csv/more"])
			expect([path, (await team.visitAs(boss, `/api/reports/${path}`)).status]).toEqual([path, 404]);
		for (const path of ["/api/deliveries/nothing", "/manage/nothing", "/manage/articles/nothing"]) expect((await team.visitAs(boss, path)).status).toBe(404);
		expect(await log()).toEqual([]);
	});

	it("that was refused, asked for by HEAD, or made by a program is not", async () => {
		await team.visitAs(boss, "/api/reports/overview?days=0");
		await team.visitAs(boss, "/api/reports/articles/no-such.csv");
		await team.visitAs(boss, "/api/reports/overview", { method: "HEAD" });
		await team.visitAs({ email: undefined, common_name: "reports.access" }, "/api/reports/overview");
		const token = { env: { MODE: "production", REPORT_TOKEN: "a-long-report-token" }, at: deployed, headers: { authorization: "Bearer a-long-report-token" } };
		expect((await call("/api/reports/overview", token)).status).toBe(200);
		expect(await log()).toEqual([]);
	});
});

describe("the audit page", () => {
	const open = async (query = "") => (await team.visitAs(boss, `/manage/audit${query}`)).text();

	it("says that there is nothing yet", async () => {
		const page = await open();
		expect(page).toContain("Nothing was done yet.");
		expect(page).toContain("You are signed in as boss@example.com (manager).");
		expect(page).toMatch(/href="\/manage\/audit" aria-current="page"/);
	});

	it("shows the newest first, at the desk's time, and escapes what it is told", async () => {
		await recordAction(db, { at: Date.parse("2026-11-19T22:30:00Z"), who, action: "resolved", subject: "<b>reason</b>", detail: "x & y" });
		await recordAction(db, { at: Date.parse("2026-11-20T09:00:00Z"), who, action: "dismissed", subject: "a comment" });
		const page = await open();
		expect(page.indexOf("dismissed: a comment")).toBeLessThan(page.indexOf("resolved: &lt;b&gt;reason&lt;/b&gt;"));
		expect(page).toContain("x &amp; y");
		expect(page).toContain('<time datetime="2026-11-19T22:30:00.000Z">');
	});

	it("turns no text around", async () => {
		await recordAction(db, { at: Date.now(), who, action: "downloaded", subject: "fdp.\u202Egpj \u2067x" });
		expect(await open()).toContain("fdp.\uFFFDgpj \uFFFDx");
	});

	it("has pages of fifty, each entry once", async () => {
		await db.batch(Array.from({ length: 120 }, (_, n) => recordOfChangeless(n)));
		const seen: string[] = [];
		let query = "";
		for (const length of [50, 50, 20]) {
			const page = await open(query);
			const subjects = [...page.matchAll(/did: thing (\d+)</g)].map(([, n]) => n ?? "");
			expect(subjects).toHaveLength(length);
			seen.push(...subjects);
			query = /href="\/manage\/audit(\?before=\d+)">Older entries/.exec(page)?.[1] ?? "";
		}
		expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(119 - n)));
		expect(query).toBe("");
	});

	it("takes no other method and no other page than a number", async () => {
		await expectProblem(await team.visitAs(boss, "/manage/audit", { method: "DELETE" }), 405, "method-not-allowed");
		for (const before of ["0", "-1", "x", "1.5", "1e99"]) await expectProblem(await team.visitAs(boss, `/manage/audit?before=${before}`), 422, "invalid");
		expect(await open("?before=1")).toContain("Nothing was done before.");
	});

	const recordOfChangeless = (n: number) =>
		db.prepare("INSERT INTO audit_log (at, who, role, action, subject) VALUES (?1, 'ada@example.com', 'manager', 'did', ?2)").bind(Date.now(), `thing ${n}`);
});

describe("the audit log", () => {
	it("is kept for 400 days", async () => {
		const now = Date.now();
		for (const age of [399, 401]) await recordAction(db, { at: now - age * day, who, action: "did", subject: `${age} days ago` });
		await forget(db, { events: 90, votes: 400, tickets: 365 }, now);
		expect((await log()).map(([, , , subject]) => subject)).toEqual(["399 days ago"]);
	});

	it("takes long texts and halves of characters, cut", async () => {
		await recordAction(db, { at: 1, who, action: "did", subject: `${"x".repeat(299)}😀`, detail: "y".repeat(5000) });
		const [entry] = await auditEntries(db, 1);
		expect([entry?.subject, entry?.detail.length]).toEqual([`${"x".repeat(299)}\ufffd`, 300]);
	});

	it("holds an entry for a change in the same batch, and none where no row was changed", async () => {
		const touch = (id: number) => db.prepare("UPDATE audit_log SET detail = 'touched' WHERE id = ?1").bind(id);
		await recordAction(db, { at: 1, who, action: "did", subject: "first" });
		const first = (await auditEntries(db, 1))[0]?.id ?? 0;
		await db.batch([touch(first + 100), recordOfChange(db, { at: 2, who, action: "did", subject: "nothing" })]);
		await db.batch([touch(first), recordOfChange(db, { at: 3, who, action: "did", subject: "something" })]);
		expect((await log()).map(([, , , subject]) => subject)).toEqual(["something", "first"]);
	});

	it("is read and cleaned by index", async () => {
		for (const sql of ["SELECT * FROM audit_log WHERE id < 9 ORDER BY id DESC LIMIT 51", "DELETE FROM audit_log WHERE at < 9"])
			expect((await rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)).map(({ detail }) => detail).join()).toMatch(/^SEARCH audit_log USING [^,]*$/);
		expect(await count("audit_log")).toBe(0);
	});

	it("is not reached with a session of another start", async () => {
		const cookie = `tier_zero_manager=${await makeManagerSession("another start")}`;
		expect((await call("/manage/audit", { env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie } })).status).toBe(403);
	});
});
