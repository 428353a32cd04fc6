import { describe, expect, it } from "vitest";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { consumeWaiting } from "#worker/queries/inbox.ts";
import { fullScans, recordStatements } from "./recorded-database.ts";
import { articles, bindings, call, db, makeEnv, makeTicket, makeVote, newToken, post, rows, sendEvents, uuid } from "./support.ts";

/** Tables that grow with the readers. */
const large = [
	"events",
	"votes",
	"tickets",
	"contact_visits",
	"answers",
	"deliveries",
	"query_days",
	"daily_rollups",
	"search_comments",
	"ticket_notes",
	"attachments",
];

/** Statements that may read a whole table all the same, by their beginning, and why. */
const allowed: { starts: string; because: string }[] = [
	{ starts: "SELECT day FROM daily_rollups WHERE metric NOT LIKE", because: "it reads in the order of the key and stops at the first row that is no snapshot" },
];

const minimal = { REPORT_TOKEN: "t", LOCAL_SIGN_IN_CODE: "code-for-the-plans", LOCAL_SESSION_KEY: "session-key-for-the-plans" };

/** Everything that readers, the manager and the clock set off. */
async function recordEverything(): Promise<Set<string>> {
	const { db: recorded, statements } = recordStatements(db);
	const env = { ...minimal, DB: recorded };
	const search = uuid();
	const contact = uuid();
	const answer = uuid();
	await sendEvents(
		[
			{ id: uuid(), type: "page_viewed", path: "/", article: articles.value },
			{ id: search, type: "search_settled", query: "import csv", results: 0 },
			{ id: uuid(), type: "search_clicked", search, article: articles.import, position: 1 },
			{ id: uuid(), type: "search_told", search, text: "a way to import" },
			{ id: contact, type: "contact_opened", article: articles.value },
			{ id: uuid(), type: "suggestion_solved", contact, article: articles.value, token: newToken() },
			{ id: uuid(), type: "answer_shown", answer, way: "section", place: "contact", contact, article: articles.value },
			{ id: uuid(), type: "answer_solved", answer, token: newToken() },
		],
		{ env },
	);
	await consumeWaiting(recorded);
	await post("/api/votes", makeVote({ helpful: "no", reasons: ["outdated"] }), { env });
	await post("/api/tickets", makeTicket({ contact, deflectionTokens: [newToken()], answers: [answer] }), { env });
	await handleCron(makeEnv(env), Date.now());
	const signIn = await call(`/manage/sign-in?code=${minimal.LOCAL_SIGN_IN_CODE}`, { env });
	const cookie = signIn.headers.get("set-cookie")?.split(";")[0] ?? "";
	const filters = "days=30&locale=en&category=data-entry&segment=phone";
	for (const path of ["", "/search", "/articles", "/contact", "/freshness", "/handoffs", "/audit"])
		for (const query of ["", `?${filters}`]) expect((await call(`/manage${path}${query}`, { headers: { cookie }, env })).status, path).toBe(200);
	for (const path of ["overview", "search", "articles", "contact", "freshness", "handoffs", "gaps", "learned-searches", "digest"]) {
		const { status } = await call(`/api/reports/${path}`, { headers: { authorization: "Bearer t" }, env });
		expect(status, path).toBe(200);
	}
	await call("/api/popular", { env });
	return statements;
}

async function planOf(sql: string): Promise<string[]> {
	const places = [...sql.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number));
	const values = Array.from({ length: Math.max(0, ...places) }, () => null);
	return (await rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)).map(({ detail }) => detail);
}

describe("statements that readers, reports and the clock run", () => {
	it("find their rows by an index, however many there are", async () => {
		const statements = await recordEverything();
		expect(statements.size).toBeGreaterThan(80);
		const indexes = await rows<{ name: string; sql: string | null }>("SELECT name, sql FROM sqlite_master WHERE type = 'index'");
		const partial = new Set(indexes.filter(({ sql }) => sql?.includes(" WHERE ")).map(({ name }) => name));
		const findings: string[] = [];
		for (const sql of statements) {
			if (allowed.some(({ starts }) => sql.startsWith(starts))) continue;
			const scans = fullScans(sql, await planOf(sql), { large, partial });
			findings.push(...scans.map((scan) => `${scan}: ${sql}`));
		}
		expect(findings).toEqual([]);
		expect(bindings.MODE).toBe("production");
	});

	it("are told apart from those that read everything", async () => {
		const scan = async (sql: string) => fullScans(sql, await planOf(sql), { large, partial: new Set(["searches_by_query"]) });
		expect(await scan("SELECT count(*) FROM events WHERE how = ?1")).toEqual(["SCAN events"]);
		expect(await scan("SELECT e.how FROM votes AS v, events e WHERE v.day = ?1")).toEqual(["SCAN e USING INDEX events_by_day"]);
		expect(await scan("SELECT count(*) FROM events WHERE day = ?1")).toEqual([]);
		expect(await scan("SELECT max(n) FROM (SELECT count(*) AS n FROM events WHERE day = ?1 GROUP BY type) AS e")).toEqual([]);
	});
});
