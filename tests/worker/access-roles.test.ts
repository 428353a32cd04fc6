import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { app } from "#worker/app.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { deployed, makeKeys, Team, type Keys } from "./access-team.ts";
import { Desk, drain, fileTicket, refuse, states } from "./stand-in-desk.ts";
import { call, count, expectProblem } from "./support.ts";

let keys: Keys;
let team: Team;
beforeAll(async () => {
	keys = await makeKeys();
});
beforeEach(() => {
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	team = new Team(keys);
});

const viewer = { email: "reader@example.com" };
const manager = { email: "Boss@Example.com" };
const program = { email: undefined, common_name: "reports.access" };
const replay = "/api/deliveries/replay";

describe("a viewer", () => {
	it("reads every page and every report", async () => {
		for (const path of ["/manage", "/manage/articles", "/manage/audit", "/api/reports/overview", "/api/reports/articles", "/api/reports/articles/ranking.csv"])
			expect([path, (await team.visitAs(viewer, path)).status]).toEqual([path, 200]);
	});

	it("changes nothing, and is told what it takes", async () => {
		await fileTicket();
		await drain([new Desk("desk", refuse)]);
		const problem = await expectProblem(await team.visitAs(viewer, replay, { method: "POST" }), 403, "needs-manager");
		expect(`${problem.title} ${problem.detail}`).toBe(
			"Only a manager of this help centre can do that. You are signed in as a viewer, who reads everything. Ask a manager to do it, or whoever deploys the centre to make you one.",
		);
		const page = await team.visitAs(viewer, "/manage/articles/triage", { method: "POST", headers: { accept: "text/html" } });
		expect([page.status, (await page.text()).includes("Only a manager of this help centre can do that.")]).toEqual([403, true]);
		expect(await states()).toEqual([{ state: "dead", n: 1 }]);
		expect(await count("audit_log")).toBe(0);
	});

	it("sees no buttons that would only be refused", async () => {
		await fileTicket();
		await drain([new Desk("desk", refuse)]);
		const pages = async (claims: typeof viewer) =>
			(await Promise.all(["/manage", "/manage/handoffs"].map(async (path) => (await team.visitAs(claims, path)).text()))).join("");
		expect(await pages(manager)).toContain('<form method="post" action="/api/deliveries/');
		expect(await pages(manager)).not.toContain("data-viewer");
		expect(await pages(viewer)).not.toContain('method="post"');
		expect(await pages(viewer)).toContain("You read this as a viewer. Managers also see buttons that act.");
	});

	it("is told on every page who they are, and can sign out there; so can a manager, and nobody who came by the local link", async () => {
		for (const claims of [viewer, manager])
			for (const path of ["/manage", "/manage/search", "/manage/audit"]) {
				const page = await (await team.visitAs(claims, path)).text();
				expect([path, page.includes(`Signed in as <bdi>${claims.email}</bdi>. <a href="/cdn-cgi/access/logout">Sign out</a>`)]).toEqual([path, true]);
			}
		const cookie = `tier_zero_manager=${await makeManagerSession("key")}`;
		const local = await (await call("/manage", { env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie } })).text();
		expect(local).toContain("<h1>Report</h1>");
		expect(local).not.toContain("/cdn-cgi/");
	});

	it("is refused by every route that is not for reading", async () => {
		const routes = app.routes.filter(({ path, method }) => !["ALL", "GET"].includes(method) && /^\/(?:manage|api\/reports|api\/deliveries)\b/.test(path));
		expect(routes.length).toBeGreaterThan(2);
		for (const { method, path } of routes) {
			const address = path.replaceAll(/\/:\w+(?:\{[^}]*\})?/g, "/x");
			expect([path, (await team.visitAs(viewer, address, { method })).status]).toEqual([path, 403]);
		}
		for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])
			for (const path of ["/manage", "/manage/articles", "/api/reports/overview", replay])
				expect([method, path, (await team.visitAs(viewer, path, { method })).status]).toEqual([method, path, 403]);
	});
});

describe("a manager", () => {
	it("is whom ACCESS_MANAGERS names, and acts", async () => {
		await fileTicket();
		await drain([new Desk("desk", refuse)]);
		const answer = await team.visitAs(manager, replay, { method: "POST" });
		expect([answer.status, await answer.json()]).toEqual([200, { replayed: 1 }]);
	});

	it("is nobody where the list is empty or missing", async () => {
		for (const ACCESS_MANAGERS of ["", undefined]) {
			await expectProblem(await team.visitAs(manager, replay, { method: "POST", env: { ACCESS_MANAGERS } }), 403, "needs-manager");
			expect((await team.visitAs(manager, "/manage/audit", { env: { ACCESS_MANAGERS } })).status).toBe(200);
		}
	});

	it("may be everybody of a domain", async () => {
		const env = { ACCESS_MANAGERS: "*@example.com" };
		expect((await team.visitAs(viewer, replay, { method: "POST", env })).status).toBe(200);
		expect((await team.visitAs({ email: "x@other.example" }, replay, { method: "POST", env })).status).toBe(403);
	});

	it("is whoever opened the local link, and nobody else locally", async () => {
		const env = { LOCAL_SESSION_KEY: "key" };
		const headers = { cookie: `tier_zero_manager=${await makeManagerSession("key")}` };
		expect((await call(replay, { method: "POST", env, headers })).status).toBe(200);
		expect((await call(replay, { method: "POST", env })).status).toBe(403);
	});
});

describe("a program", () => {
	it("with a service token is a viewer, unless the list names it", async () => {
		expect((await team.visitAs(program, "/api/reports/overview")).status).toBe(200);
		await expectProblem(await team.visitAs(program, replay, { method: "POST" }), 403, "needs-manager");
		expect((await team.visitAs(program, replay, { method: "POST", env: { ACCESS_MANAGERS: "boss@example.com, service:reports.access" } })).status).toBe(200);
	});

	it("cannot take a person's place by its name", async () => {
		for (const common_name of ["reader@example.com", "boss@example.com"])
			for (const ACCESS_MANAGERS of ["boss@example.com", "*@example.com"])
				await expectProblem(await team.visitAs({ ...program, common_name }, replay, { method: "POST", env: { ACCESS_MANAGERS } }), 403, "needs-manager");
		await expectProblem(await team.visitAs({ email: "reader@example.com", common_name: "boss@example.com" }, replay, { method: "POST" }), 403, "needs-manager");
	});

	it("with REPORT_TOKEN reads reports, and neither pages nor acts", async () => {
		const options = {
			env: { MODE: "production", REPORT_TOKEN: "a-long-report-token" },
			at: deployed,
			headers: { authorization: "Bearer a-long-report-token" },
		};
		expect((await call("/api/reports/overview", options)).status).toBe(200);
		for (const path of ["/manage", "/manage/articles", "/manage/audit", replay]) await expectProblem(await call(path, options), 403, "forbidden");
		await expectProblem(await call(replay, { ...options, method: "POST" }), 403, "forbidden");
		await expectProblem(await call("/api/reports/overview", { ...options, method: "POST" }), 403, "needs-manager");
	});
});
