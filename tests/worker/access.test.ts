import { createExecutionContext } from "cloudflare:test";
import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it, vi } from "vitest";
import { makeManagerSession, sessionSeconds } from "#worker/lib/manager-session.ts";
import { bindings, call, count, expectProblem, makeEnv, post, postForm, renderedAgo, setClock, type Settings, uuid } from "./support.ts";

const code = "one-time-code";
const sessionKey = "session-key";
const development: Settings = { LOCAL_SIGN_IN_CODE: code, LOCAL_SESSION_KEY: sessionKey };
const production: Settings = { MODE: "production" };
const deployed = "https://centre.example";
describe("the one-time sign-in link", () => {
	const link = `/manage/sign-in?code=${code}`;

	it("works once and leaves a session that scripts and other sites cannot use", async () => {
		const first = await call(link, { env: development });
		expect([first.status, first.headers.get("location")]).toEqual([303, "/manage"]);
		const cookie = first.headers.get("set-cookie") ?? "";
		expect(cookie).toMatch(/^tier_zero_manager=[\w.-]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/);
		const report = await call("/manage", { env: development, headers: { cookie: cookie.split(";")[0] ?? "" } });
		expect([report.status, report.headers.get("cache-control")]).toEqual([200, "no-store"]);
		expect(await report.text()).toContain("Deflection rate");
		await expectProblem(await call(link, { env: development }), 403, "forbidden");
		expect(await count("spent_codes")).toBe(1);
	});

	it("works for one of many who come at once", async () => {
		const answers = await Promise.all(Array.from({ length: 10 }, () => call(link, { env: development })));
		expect(answers.filter((response) => response.status === 303)).toHaveLength(1);
	});

	it("does not work with another code, none, deployed, or on another host, and is not spent by trying", async () => {
		for (const path of ["/manage/sign-in", "/manage/sign-in?code=", "/manage/sign-in?code=wrong", `/manage/sign-in?code=${code}x`])
			expect((await call(path, { env: development })).status).toBe(403);
		expect((await call(link, { env: { ...development, ...production } })).status).toBe(403);
		expect((await call(link, { env: development, at: deployed })).status).toBe(403);
		expect((await call(link)).status).toBe(403);
		expect(await count("spent_codes")).toBe(0);
		expect((await call(link, { env: development })).status).toBe(303);
	});

	it("makes no session that outlives its server start, its eight hours, or its signature", async () => {
		const open = async (session: string) => (await call("/manage", { env: development, headers: { cookie: `tier_zero_manager=${session}` } })).status;
		const session = await makeManagerSession(sessionKey);
		expect(await open(session)).toBe(200);
		// The code stands in a link, in the terminal and in the browser's history: it must open nothing by itself.
		expect(await open(await makeManagerSession(code))).toBe(403);
		expect(await open(await makeManagerSession("code of another start"))).toBe(403);
		expect(await open(new UnsecuredJWT({}).setSubject("manager").setExpirationTime("8h").encode())).toBe(403);
		expect(await open(`${session.slice(0, -3)}AAA`)).toBe(403);
		const key = new TextEncoder().encode(`manager-session:${sessionKey}`);
		expect(await open(await new SignJWT().setProtectedHeader({ alg: "HS256" }).setSubject("manager").sign(key))).toBe(403);
		expect(await open(await new SignJWT().setProtectedHeader({ alg: "HS256" }).setSubject("reader").setExpirationTime("8h").sign(key))).toBe(403);
		setClock(Date.now() + (sessionSeconds + 5) * 1000);
		expect(await open(session)).toBe(403);
	});

	it("is of no use in production, nor where Access is configured", async () => {
		const headers = { cookie: `tier_zero_manager=${await makeManagerSession(sessionKey)}` };
		expect((await call("/manage", { env: { ...development, ...production }, headers })).status).toBe(403);
		expect(
			(await call("/manage", { env: { ...development, ACCESS_TEAM_DOMAIN: "https://team.cloudflareaccess.com", ACCESS_AUDIENCE: "aud" }, headers })).status,
		).toBe(403);
	});
});

describe("the report token", () => {
	const env = { ...production, REPORT_TOKEN: "a-long-report-token" };
	const withToken = (token: string) => ({ env, at: deployed, headers: { authorization: `Bearer ${token}` } });

	it("opens the report for programs", async () => {
		const response = await call("/api/reports/overview?days=7", withToken("a-long-report-token"));
		expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
		expect(await response.json()).toMatchObject({ days: 7, sample: false, metrics: expect.any(Array) });
	});

	it("opens nothing else", async () => {
		expect((await call("/manage", withToken("a-long-report-token"))).status).toBe(403);
	});

	it("must be right, and must be set", async () => {
		for (const wrong of ["", "a-long-report-toke", "a-long-report-token2", "A-LONG-REPORT-TOKEN", "undefined"])
			expect((await call("/api/reports/overview", withToken(wrong))).status).toBe(403);
		for (const none of [{ REPORT_TOKEN: "" }, { REPORT_TOKEN: undefined }])
			expect((await call("/api/reports/overview", { env: { ...production, ...none }, headers: { authorization: "Bearer undefined" } })).status).toBe(403);
	});

	it.each(["0", "-1", "367", "1.5", "all"])("asks for a number of days from 1 to 366, not %j", async (days) => {
		await expectProblem(await call(`/api/reports/overview?days=${days}`, withToken("a-long-report-token")), 422, "invalid");
	});
});

describe("every answer", () => {
	it("carries the security headers", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const broken = {
			prepare: () => {
				throw new Error("boom");
			},
		} as unknown as D1Database;
		const answers: [string, Promise<Response>, number][] = [
			["API", call("/api/health"), 200],
			["page", call("/contact"), 200],
			["search page", call("/search/?q=import"), 200],
			["error", call("/api/popular", { env: { DB: broken } }), 500],
			["error page", call("/status/x", { env: { DB: broken }, headers: { accept: "text/html" } }), 500],
			["404 page", call("/no/such/page"), 404],
			["API 404", call("/api/no-such"), 404],
			["refused write", post("/api/events", {}, { headers: { "sec-fetch-site": "cross-site" } }), 403],
			["refused manager", call("/manage"), 403],
			[
				"redirect",
				postForm("/contact", {
					key: uuid(),
					rendered: await renderedAgo(),
					subject: "Hello there",
					category: "other",
					description: "A question about import.",
					name: "Ada",
					email: "a@b.example",
				}),
				303,
			],
			["refused form", postForm("/contact", { leave_empty: "trap" }), 422],
		];
		for (const [name, answer, status] of answers) {
			const response = await answer;
			expect([name, response.status]).toEqual([name, status]);
			const header = (field: string) => response.headers.get(field) ?? "";
			expect([
				name,
				header("x-content-type-options"),
				header("x-frame-options"),
				header("referrer-policy"),
				header("cross-origin-opener-policy"),
				header("cross-origin-resource-policy"),
			]).toEqual([name, "nosniff", "DENY", "strict-origin-when-cross-origin", "same-origin", "same-origin"]);
			expect(header("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
			expect(header("permissions-policy")).toContain("camera=()");
			expect(header("content-security-policy")).toContain("default-src 'none'");
			expect(header("content-security-policy")).toContain("frame-ancestors 'none'");
			expect(header("set-cookie")).toBe("");
			expect(header("access-control-allow-origin")).toBe("");
		}
	});

	it("allows scripts on pages only", async () => {
		expect((await call("/contact")).headers.get("content-security-policy")).toContain("script-src 'self'");
		expect((await call("/api/health")).headers.get("content-security-policy")).not.toContain("script-src");
	});

	it("tells nothing of an error but that there was one", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const broken = {
			prepare: () => {
				throw new Error("secret table layout");
			},
		} as unknown as D1Database;
		const problem = await expectProblem(await call("/api/popular", { env: { DB: broken } }), 500, "failed");
		expect(JSON.stringify(problem)).not.toContain("secret");
	});

	it("asks to come back later while the database does not answer", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const broken = {
			prepare: () => {
				throw new Error("D1_ERROR: no such table");
			},
		} as unknown as D1Database;
		await expectProblem(await call("/api/popular", { env: { DB: broken } }), 503, "unavailable");
	});
});

describe("an address", () => {
	it("of the API that does not exist is a problem document", async () => {
		for (const path of ["/api/nothing", "/api/tickets/1", "/api/%3Cscript%3E"])
			expect((await expectProblem(await call(path, { headers: { accept: "text/html" } }), 404, "not-found")).instance).toBe(decodeURIComponent(path));
	});

	it.each([
		["GET", "/api/events", "POST"],
		["PUT", "/api/votes", "POST"],
		["DELETE", "/api/tickets", "POST"],
		["OPTIONS", "/api/attachments", "POST"],
		["POST", "/api/health", "GET, HEAD"],
		["POST", "/api/popular", "GET, HEAD"],
		["POST", "/some/page", "GET, HEAD"],
		["DELETE", "/", "GET, HEAD"],
	])("does not take %s %s", async (method, path, allow) => {
		const response = await call(path, { method });
		expect(response.headers.get("allow")).toBe(allow);
		await expectProblem(response, 405, "method-not-allowed");
	});

	it("that does not exist is the 404 page with its words in the search box", async () => {
		const response = await call("/en/data-entry/Import%20values.html");
		expect(response.status).toBe(404);
		expect(response.headers.get("content-type")).toContain("text/html");
		expect(await response.text()).toContain('name="q" value="data entry import values"');
		expect(await (await call("/%E0%A4%A")).text()).toContain("There is no page at this address.");
	});

	it("that does not exist shows articles that may be meant, and nothing where none is", async () => {
		expect(await (await call("/old-help/Import%20values.html")).text()).toContain('<a href="/data-entry/import/">How do I import values?</a>');
		const none = await (await call("/zebra/%3Cb%3Ecrossing")).text();
		expect(none).toContain("<div data-not-found-results></div>");
		expect(none).not.toContain("<b>");
	});

	it.each(["/manage-users/", "/manager", "/management/reports/"])("%s is a reader's, not the manager's", async (path) => {
		expect((await call(path)).status).toBe(404);
	});

	it("that a problem names explains it, to people and to programs", async () => {
		const { type } = await expectProblem(await call("/api/nothing"), 404, "not-found");
		const page = await call(type, { headers: { accept: "text/html" } });
		expect(page.status).toBe(200);
		expect(await page.text()).toContain("<h1>There is nothing at this address.</h1>");
		const json = await call("/problems/vote-cap");
		expect(json.headers.get("content-type")).toContain("application/json");
		expect(await json.json()).toEqual({
			type: "/problems/vote-cap",
			status: 429,
			title: expect.stringContaining("was not counted"),
			detail: "Try again tomorrow.",
		});
		for (const path of ["/problems/no-such", "/problems/constructor", "/problems"]) expect((await call(path)).status).toBe(404);
	});
});

describe("the search page", () => {
	it("answers without JavaScript, and says so when it has no answer", async () => {
		const answer = await (await call("/search/?q=import+values")).text();
		expect(answer).toContain('<a href="/data-entry/import/">How do I import values?</a>');
		expect(answer).toContain("Choose Import &amp; drop the file.");
		const none = await (await call(`/search/?q=${encodeURIComponent("<b>zebra</b>")}`)).text();
		expect(none).toContain("We have no good answer to “&lt;b&gt;zebra&lt;/b&gt;” yet.");
		expect((await call(`/search/?q=${"x".repeat(5000)}`)).status).toBe(200);
	});

	it("is there without its index, and so is the 404 page", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
		const withoutIndex = {
			fetch: (request: Request) =>
				request.url.includes("/search-index/") ? Promise.resolve(new Response("", { status: 404 })) : bindings.ASSETS.fetch(request),
		} as unknown as Fetcher;
		vi.resetModules();
		const { app } = await import("#worker/app.ts");
		const visit = (path: string) => app.fetch(new Request(`${deployed}${path}`), makeEnv({ ASSETS: withoutIndex }), createExecutionContext());
		const search = await visit("/search/?q=import+values");
		expect(search.status).toBe(200);
		expect(await search.text()).toContain("Search does not answer right now.");
		const missing = await visit("/import/values");
		expect(missing.status).toBe(404);
		expect(await missing.text()).toContain("There is no page at this address.");
		expect(log.mock.calls.flat().join()).toContain("search_failed");
		expect(log.mock.calls.flat().join()).not.toContain("values");
	});

	it("answers again as soon as a file that was missing is there", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		let missing = /words-/;
		const asked: string[] = [];
		const flaky = {
			fetch(request: Request) {
				asked.push(new URL(request.url).pathname);
				return missing.test(request.url) ? Promise.resolve(new Response("", { status: 503 })) : bindings.ASSETS.fetch(request);
			},
		} as unknown as Fetcher;
		vi.resetModules();
		const { app } = await import("#worker/app.ts");
		const visit = async () =>
			(await app.fetch(new Request(`${deployed}/search/?q=import+values`), makeEnv({ ASSETS: flaky }), createExecutionContext())).text();
		expect(await visit()).toContain("Search does not answer right now.");
		missing = /nothing-is-missing/;
		expect(await visit()).toContain("How do I import values?");
		asked.length = 0;
		expect(await visit()).toContain("How do I import values?");
		expect(asked.filter((path) => path.startsWith("/search-index/"))).toEqual([]);
	});

	it("keeps to the category and type that were chosen, and repairs slips", async () => {
		expect(await (await call("/search/?q=improt+valeus")).text()).toContain('<a href="/data-entry/import/">How do I import values?</a>');
		expect(await (await call("/search/?q=import+values&category=reporting")).text()).toContain("We have no good answer");
		expect(await (await call("/search/?q=import+values&type=faq")).text()).toContain("We have no good answer");
	});
});
