import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { limits } from "#contract/limits.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { saltName } from "#worker/lib/visitor.ts";
import { leftOf, personalQueries } from "../bench/privacy/judge.ts";
import { makeAnswerSite } from "./answer-site.ts";
import { sendAsDesk } from "./desk-messages.ts";
import {
	articles,
	bindings,
	call,
	consume,
	everything,
	makeEnv,
	makeTicket,
	makeVote,
	moveToNewNetwork,
	newSession,
	post,
	postForm,
	rows,
	sendEvents,
	setClock,
	uuid,
} from "./support.ts";

/** Every fourth query of the corpus, so that each kind is there in each language. */
const queries = personalQueries().filter(({ text }, place) => place % 4 === 0 && text.length <= limits.query);
/** For ways that take one text at a time: three of each kind. */
const fewQueries = [...Map.groupBy(queries, ({ kind }) => kind).values()].flatMap((own) => own.filter((_, place) => place % Math.ceil(own.length / 3) === 0));
const spans = [...new Set(queries.flatMap((query) => query.spans))].filter((span) => span.length > 4);

/** Spans that stand in a text as they were written, in capitals or not. */
function leaked(text: string): string[] {
	const lower = text.toLowerCase();
	return spans.filter((span) => [span, JSON.stringify(span).slice(1, -1)].some((written) => lower.includes(written.toLowerCase())));
}

const logged: unknown[][] = [];
let assets: Fetcher;

beforeAll(async () => {
	assets = await makeAnswerSite(({ support = {} }) => void Object.assign(support, { answers: { enabled: true, skipTiers: [] } }));
});
beforeEach(() => {
	logged.length = 0;
	for (const level of ["debug", "log", "info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation((...line) => void logged.push(line));
});

async function inBatches<Item>(items: readonly Item[], size: number, send: (batch: Item[]) => Promise<Response>): Promise<void> {
	for (let from = 0; from < items.length; from += size) {
		moveToNewNetwork();
		const response = await send(items.slice(from, from + size));
		expect(response.ok, await response.clone().text()).toBe(true);
	}
}

/** As many texts as fit into one of so many characters, with lines between. */
function joined(texts: string[], most: number): string[] {
	return texts.reduce<string[]>((all, text) => {
		const last = all.at(-1);
		return last !== undefined && last.length + text.length < most ? [...all.slice(0, -1), `${last}\n${text}`] : [...all, text];
	}, []);
}

/** Sends every query by every way in which words are kept, except the message to a person. */
async function sendAll(): Promise<Map<string, (typeof queries)[number]>> {
	const searches = new Map(queries.map((query) => [uuid(), query] as const));
	await inBatches([...searches], 20, (batch) =>
		sendEvents(
			batch.flatMap(([id, { text }]) => [
				{ id, type: "search_settled", query: text, results: 0 },
				{ id: uuid(), type: "search_told", search: id, text },
			]),
		),
	);
	await inBatches(fewQueries, 1, ([query]) =>
		post("/api/answers", { id: uuid(), question: query?.text, locale: "en", place: "search" }, { env: { ASSETS: assets } }),
	);
	const texts = queries.map(({ text }) => text);
	await inBatches(joined(texts, 900), 1, ([comment]) => post("/api/votes", makeVote({ helpful: "no", comment, session: newSession() })));
	const trail = queries.flatMap(({ text }) => [
		{ kind: "search" as const, query: text, results: 0 },
		{ kind: "answer" as const, question: text },
	]);
	await inBatches(trail, limits.trail, (batch) => post("/api/tickets", makeTicket({ trail: batch })));
	await inBatches(joined(texts, 900), 1, async ([comment = ""]) => {
		const { statusUrl } = await (await post("/api/tickets", makeTicket())).json<TicketAnswer>();
		await postForm(`${statusUrl}/close`, { key: uuid() });
		const said = await postForm(`${statusUrl}/satisfaction`, { score: "3", comment });
		return new Response(null, { status: said.status === 303 ? 200 : said.status });
	});
	const flags = fewQueries.map(({ text }) => text);
	await inBatches(flags, 1, ([topic = ""]) => sendAsDesk("desk", "/api/desk/desk/flags", { kind: "missing", topic: topic.slice(0, 150), note: topic }));
	await consume();
	return searches;
}

describe("personal data in what readers type", () => {
	it("is in no row, no log line and no export, whatever way it came", { timeout: 120_000 }, async () => {
		expect(queries.length).toBeGreaterThanOrEqual(300);
		const searches = await sendAll();
		await handleCron(makeEnv({ ASSETS: assets }), Date.now());

		const stored = await rows<{ id: string; query: string; told: string }>(
			"SELECT e.id, e.query, c.text AS told FROM events e JOIN search_comments c ON c.search = e.id",
		);
		expect(stored).toHaveLength(queries.length);
		const left = stored.filter(({ id, query, told }) => {
			const sent = searches.get(id);
			return !sent || leftOf(sent, query).length > 0 || leftOf(sent, told).length > 0;
		});
		expect(left).toEqual([]);
		expect(leaked(await everything())).toEqual([]);
		expect(leaked(JSON.stringify(logged))).toEqual([]);

		for (const text of await readExports()) expect(leaked(text)).toEqual([]);
	});

	it("in a message to a person is in that message only", { timeout: 120_000 }, async () => {
		const own = fewQueries.filter(({ text }) => text.length >= 5 && text.length <= 120);
		await inBatches(own, 1, ([query]) => post("/api/tickets", makeTicket({ subject: query?.text ?? "", description: `${query?.text} is what I mean` })));
		await handleCron(makeEnv(), Date.now());
		expect(leaked(JSON.stringify(await rows("SELECT content FROM tickets"))).length).toBeGreaterThan(10);
		await rows("UPDATE tickets SET content = json_object('subject', json_extract(content, '$.subject'), 'name', 'Ada', 'company', '') RETURNING 1");
		for (const text of await readExports()) expect(leaked(text)).toEqual([]);
		await rows("UPDATE tickets SET content = '{}' RETURNING 1");
		expect(leaked(await everything())).toEqual([]);
		expect(leaked(JSON.stringify(logged))).toEqual([]);
	});
});

/** Every report as JSON, one list of each as CSV, which is made of the same cells, and every page of the manager. */
async function readExports(): Promise<string[]> {
	const token = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };
	const texts: string[] = [];
	async function read(path: string, options: Parameters<typeof call>[1]): Promise<string> {
		const response = await call(path, options);
		const text = await response.text();
		expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200);
		texts.push(text);
		return text;
	}
	for (const report of ["overview", "digest", "gaps", "learned-searches"]) await read(`/api/reports/${report}`, token);
	for (const report of ["search", "articles", "contact", "freshness", "handoffs"]) {
		const [table] = (JSON.parse(await read(`/api/reports/${report}`, token)) as ReportData).tables;
		await read(`/api/reports/${report}/${table?.id}.csv`, token);
	}
	const cookie = `tier_zero_manager=${await makeManagerSession("key")}`;
	for (const page of ["", "/search", "/articles", "/contact", "/freshness", "/handoffs"])
		await read(`/manage${page}`, { env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie, accept: "text/html" } });
	return texts;
}

describe("a visitor of two days", () => {
	const [first, second] = ["2031-05-01", "2031-05-02"];

	/** Everything that one person leaves behind in a day. */
	async function spendDay(day: string, network: string): Promise<void> {
		setClock(`${day}T10:00:00Z`);
		const headers = { "x-dev-network": network };
		const contact = uuid();
		await sendEvents(
			[
				{ id: uuid(), type: "page_viewed", path: "/", article: articles.value },
				{ id: uuid(), type: "search_settled", query: "import csv", results: 3 },
				{ id: contact, type: "contact_opened", article: articles.value },
				{ id: uuid(), type: "answer_shown", answer: uuid(), way: "section", place: "search", article: articles.value },
			],
			{ headers },
		);
		await post("/api/votes", makeVote({ session: newSession() }), { headers });
		await post("/api/answers", { id: uuid(), question: "How do I import values?", locale: "en", place: "search" }, { headers, env: { ASSETS: assets } });
		await post("/api/tickets", makeTicket({ email: "robin@customer.example", contact, description: `What I see on ${day}` }), { headers });
		await consume();
	}

	/** Values of the columns that tell senders apart. */
	async function marksOf(day: string): Promise<string[]> {
		const columns = {
			events: ["visitor", "session"],
			votes: ["visitor", "network", "session"],
			contact_visits: ["visitor", "session"],
			answers: ["visitor", "session"],
			tickets: ["network", "email_hash"],
		};
		const lists = await Promise.all(
			Object.entries(columns).flatMap(([table, names]) =>
				names.map((name) => rows<{ mark: string | null }>(`SELECT ${name} AS mark FROM ${table} WHERE day = ?1`, day)),
			),
		);
		return [...new Set(lists.flat().flatMap(({ mark }) => (mark ? [mark] : [])))];
	}

	it("leaves nothing that both days share, and nothing from which the marks of the first could be worked out again", async () => {
		const network = moveToNewNetwork();
		await spendDay(first, network);
		const salt = await bindings.SALTS.get(saltName(first));
		const before = await marksOf(first);
		expect(before.length).toBeGreaterThanOrEqual(6);
		await spendDay(second, network);
		const after = await marksOf(second);
		expect(after).toHaveLength(before.length);
		expect(after.filter((mark) => before.includes(mark))).toEqual([]);

		await rows("UPDATE tickets SET content = '{}' RETURNING 1");
		const kept = await everything();
		for (const secret of [salt ?? "", network, "Mozilla", "robin@customer.example"]) expect(kept).not.toContain(secret);
	});
});
