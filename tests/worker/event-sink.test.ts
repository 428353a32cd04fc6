import { describe, expect, it, vi } from "vitest";
import type { TrendsReport } from "#contract/trends.ts";
import { articles, call, consume, count, expectProblem, mockDesk, sendEvents, setClock, uuid } from "./support.ts";

const view = (article?: string) => ({ id: uuid(), type: "page_viewed", path: "/", ...(article !== undefined && { article }) });

/** A dataset that keeps what it is given. */
function keepPoints() {
	const points: AnalyticsEngineDataPoint[] = [];
	return { points, ANALYTICS: { writeDataPoint: (point: AnalyticsEngineDataPoint) => void points.push(point) } as unknown as AnalyticsEngineDataset };
}

const settings = { REPORT_TOKEN: "t", ANALYTICS_ACCOUNT: "an account", ANALYTICS_TOKEN: "analytics-token" };
const ask = (path: string, env = {}) => call(path, { headers: { authorization: "Bearer t" }, env: { REPORT_TOKEN: "t", ...env } });

describe("events, where Analytics Engine is bound", () => {
	it("are counted there by type, article and day, and are rows in D1 as ever", async () => {
		setClock("2026-11-18T12:00:00Z");
		const { points, ANALYTICS } = keepPoints();
		await sendEvents([view(articles.value), view(articles.value), view(), { id: uuid(), type: "search_settled", query: "a secret word", results: 0 }], {
			env: { ANALYTICS },
		});
		expect(points).toEqual([
			{ blobs: ["page_viewed", articles.value, "en", "computer", "2026-11-18"], doubles: [2], indexes: [articles.value] },
			{ blobs: ["page_viewed", "", "en", "computer", "2026-11-18"], doubles: [1], indexes: ["page_viewed"] },
			{ blobs: ["search_settled", "", "en", "computer", "2026-11-18"], doubles: [1], indexes: ["search_settled"] },
		]);
		await consume();
		expect(await count("events")).toBe(4);
	});

	it("are acknowledged although it refuses them", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const refusing = {
			writeDataPoint: () => {
				throw new TypeError("too many data points");
			},
		} as unknown as AnalyticsEngineDataset;
		expect((await sendEvents([view()], { env: { ANALYTICS: refusing } })).status).toBe(202);
		expect(await count("event_inbox")).toBe(1);
	});

	it("are not counted there when D1 does not have them", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const { points, ANALYTICS } = keepPoints();
		const broken = { prepare: () => ({ bind: () => ({ run: () => Promise.reject(new Error("D1_ERROR: overloaded")) }) }) } as unknown as D1Database;
		expect((await sendEvents([view()], { env: { ANALYTICS, DB: broken } })).status).toBe(503);
		expect(points).toEqual([]);
	});
});

describe("sampled trends", () => {
	it("are asked of the account's SQL API by days alone", async () => {
		setClock("2026-11-18T12:00:00Z");
		const requests = mockDesk(() => Response.json({ meta: [], data: [{ day: "2026-11-17", type: "page_viewed", events: "1200" }], rows: 1 }));
		const response = await ask("/api/reports/trends?days=2", settings);
		expect(response.status).toBe(200);
		expect(await response.json<TrendsReport>()).toEqual({
			...{ from: "2026-11-17", to: "2026-11-18", sampled: true },
			rows: [{ day: "2026-11-17", type: "page_viewed", events: 1200 }],
		});
		const [request] = requests;
		expect(request?.url).toBe("https://api.cloudflare.com/client/v4/accounts/an%20account/analytics_engine/sql");
		expect(request?.headers.get("authorization")).toBe("Bearer analytics-token");
		expect((await request?.text())?.replace(/\s+/g, " ")).toBe(
			"SELECT blob5 AS day, blob1 AS type, SUM(_sample_interval * double1) AS events FROM tier_zero_events " +
				"WHERE blob5 >= '2026-11-17' AND blob5 <= '2026-11-18' GROUP BY day, type ORDER BY day, type FORMAT JSON",
		);
	});

	it("say that they are not set up, and when nobody answers", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		await expectProblem(await ask("/api/reports/trends"), 404, "not-found");
		for (const answer of [new Response("no", { status: 403 }), new Response("{}"), Response.json({ data: [{ day: "x" }] })]) {
			mockDesk(() => answer.clone());
			await expectProblem(await ask("/api/reports/trends", settings), 503, "unavailable");
		}
	});

	it("are told to nobody without the token", async () => {
		await expectProblem(await call("/api/reports/trends", { env: settings }), 403, "forbidden");
	});
});
