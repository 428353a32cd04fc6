import { describe, expect, it } from "vitest";
import { app } from "#worker/app.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { call, count, expectProblem, type Call, type Settings } from "./support.ts";

const deployed = "https://centre.example";
const key = "session-key";
const development: Settings = { LOCAL_SIGN_IN_CODE: "one-time-code", LOCAL_SESSION_KEY: key };
const production: Settings = { MODE: "production" };
const access: Settings = {
	...production,
	ACCESS_TEAM_DOMAIN: "https://team.cloudflareaccess.com",
	ACCESS_AUDIENCE: "aud",
	REPORT_TOKEN: "a-long-report-token",
};
const strangers: Call[] = [
	{ env: production, at: deployed },
	{ env: production },
	{ env: access, at: deployed },
	{ env: development },
	{ env: { ...development, ...production }, at: deployed },
	{ env: development, at: deployed },
];

const doors = [
	"/manage",
	"/manage/",
	"/manage.html",
	"/manage.html/",
	"/manage?days=7",
	"/manage?",
	"//manage",
	"///manage//",
	"/%6danage",
	"/%6D%61%6E%61%67%65",
	"/%256danage",
	"/%25256danage",
	"/MANAGE",
	"/Manage/",
	"/manage/../manage",
	"/./manage",
	"/x/..%2fmanage",
	"/manage/..%2f",
	"/manage/%2e%2e%2f",
	"/manage/overview",
	"/manage/index.html",
	"/manage/search",
	"/manage/search/",
	"/manage/search.html",
	"/manage//search",
	"/manage/search?days=7&category=reporting",
	"/manage/articles",
	"/manage/contact",
	"/manage/freshness",
	"/manage/handoffs",
	"/manage/audit",
	"/manage/audit?before=5",
	"/manage/no-such-page",
	"/manage%2f",
	"/manage%2fsearch",
	"/%2fmanage",
	"/%5cmanage",
	"/manage%00",
	"/manage%20",
	"/manage%09",
	"/manage%",
	"/manage.",
	"/manage..",
	"/manage;x",
	"/manage;jsessionid=1/search",
	"/manage~",
	"/manage:80",
	"/\\manage",
	"/.//manage",
	"/;/manage",
	"/ｍanage",
	"/api/reports",
	"/api/reports/",
	"/api/reports/overview",
	"/api/reports/overview/",
	"/api/reports//overview",
	"/api/reports/overview.json",
	"/api/reports/overview;x",
	"/api/reports/search",
	"/api/reports/search/gaps.csv",
	"/api/reports/search/gaps.csv?days=7",
	"/api/reports/learned-searches",
	"/api/reports/anything",
	"/api//reports/overview",
	"//api/reports/overview",
	"/API/reports/overview",
	"/api/Reports/overview",
	"/%61pi/reports/overview",
	"/api/%72eports/overview",
	"/api/%2572eports/overview",
	"/api%2freports/overview",
	"/api/./reports/overview",
	"/api/health/../reports/overview",
	"/api/reports./overview",
	"/api/deliveries",
	"/api/deliveries/replay",
	"/api/deliveries/x/replay",
	"/api/Deliveries/replay",
	"//api/deliveries/replay",
];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];

describe("the doors of the manager's pages", () => {
	it.each(doors)("are closed to strangers at %s, whatever the method and the settings", async (path) => {
		for (const stranger of strangers) {
			for (const method of methods) {
				const response = await call(path, { ...stranger, method });
				expect([method, response.status, response.headers.get("cache-control")]).toEqual([method, 403, "no-store"]);
				expect(response.headers.get("content-type")).toContain("problem+json");
				if (method !== "HEAD") expect(await response.json()).toMatchObject({ type: "/problems/forbidden" });
			}
		}
	});

	it("are closed to strangers in words, on a page, too", async () => {
		for (const path of ["/manage", "/manage/search", "/manage/audit", "//manage"]) {
			const response = await call(path, { env: production, at: deployed, headers: { accept: "text/html" } });
			expect(response.status).toBe(403);
			const text = await response.text();
			expect(text).toContain("This page is for the people who run this help centre.");
			expect(text).not.toContain("report-tabs");
		}
	});

	it("are closed on every route that there is", async () => {
		const routes = app.routes.filter(({ path, method }) => method !== "ALL" && /^\/(?:manage|api\/reports|api\/deliveries)\b/.test(path));
		expect(routes.length).toBeGreaterThan(8);
		for (const { method, path } of routes) {
			const address = path.replaceAll(/\/:\w+(?:\{([^|}]*)[^}]*\})?/g, (_, first?: string) => `/${first && /^[\w-]+$/.test(first) ? first : "x.csv"}`);
			expect([path, (await call(address, { method, env: production, at: deployed })).status]).toEqual([path, 403]);
		}
	});

	it("do not trust headers that a client can set", async () => {
		const headers = {
			"cf-access-authenticated-user-email": "boss@example.com",
			"cf-access-jwt-assertion": "x",
			"cf-access-client-id": "x",
			"x-forwarded-host": "localhost",
			host: "localhost",
			"x-original-url": "/manage",
			"x-rewrite-url": "/manage",
			"x-http-method-override": "GET",
		};
		for (const path of ["/manage", "/", "/contact", "/api/health"]) {
			const response = await call(path, { env: { ...development, ...production }, at: deployed, headers });
			expect(await response.text()).not.toContain("Deflection rate");
		}
		expect((await call("/manage", { env: { ...development, ...production }, at: deployed, headers })).status).toBe(403);
	});

	it.each(["/manage-users/", "/manager", "/management/reports/", "/reporting/manage/", "/data-entry/api/reports", "/api-reports", "/.well-known/security.txt"])(
		"%s is none of them",
		async (path) => {
			expect((await call(path)).status).toBe(404);
		},
	);
});

describe("a write that another site makes a manager's browser send", () => {
	const writes = ["/manage/articles/triage", "/manage/contact/flags", "/manage/anything", "/api/deliveries/replay", "/api/deliveries/x/replay"];
	const from: [string, Record<string, string | null>][] = [
		["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
		["another site that hides its origin", { "sec-fetch-site": "cross-site", origin: "null" }],
		["another site, without an Origin", { "sec-fetch-site": "cross-site" }],
		["a sister of this site", { "sec-fetch-site": "same-site", origin: "https://blog.centre.example" }],
		["an address that was typed", { "sec-fetch-site": "none" }],
		["an old browser with a foreign Origin", { "sec-fetch-site": null, origin: "https://evil.example" }],
		["an old browser with no Origin", { "sec-fetch-site": null, origin: "null" }],
		["a sender that says nothing of itself", { "sec-fetch-site": null }],
		["an Origin that begins alike", { "sec-fetch-site": null, origin: "http://localhost:8787.evil.example" }],
		["the same host on another port", { "sec-fetch-site": null, origin: "http://localhost:9999" }],
		["the same host by another scheme", { "sec-fetch-site": null, origin: "https://localhost:8787" }],
	];
	it.each(from)("is refused from %s, with a session that would do", async (_, headers) => {
		const cookie = `tier_zero_manager=${await makeManagerSession(key)}`;
		for (const path of writes)
			for (const type of ["application/x-www-form-urlencoded", "text/plain", "application/json"]) {
				const answer = await call(path, { method: "POST", env: development, body: "state=done", headers: { ...headers, cookie, "content-type": type } });
				await expectProblem(answer, 403, "cross-site");
			}
		expect(await count("audit_log")).toBe(0);
	});

	it("passes from this site's own page", async () => {
		const cookie = `tier_zero_manager=${await makeManagerSession(key)}`;
		const own: Record<string, string | null>[] = [{ "sec-fetch-site": "same-origin" }, { "sec-fetch-site": null, origin: "http://localhost:8787" }];
		for (const headers of own)
			expect((await call("/api/deliveries/replay", { method: "POST", env: development, headers: { ...headers, cookie } })).status).toBe(200);
	});
});
