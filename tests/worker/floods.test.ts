import { describe, expect, it } from "vitest";
import { limits } from "#contract/limits.ts";
import type { OverviewReport } from "#contract/reports.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { consumeInbox, waitingInbox } from "#worker/queries/inbox.ts";
import { Desk, drain } from "./stand-in-desk.ts";
import {
	articles,
	bindings,
	call,
	count,
	db,
	expectProblem,
	makeEnv,
	makeTicket,
	makeVote,
	newSession,
	post,
	postForm,
	renderedAgo,
	rows,
	sendEvents,
	uuid,
} from "./support.ts";

/** Whoever waits out the minutes, or comes from everywhere at once, is not stopped by the limiter in front: here it lets everything pass. */
const open = { limit: async () => ({ success: true }) } as unknown as RateLimit;
const env = { WRITE_LIMIT: open, NETWORK_LIMIT: open };

/** Sends `n` requests, fifty at a time, and counts the answers by their status. */
async function flood(n: number, send: (place: number) => Promise<Response>): Promise<Record<number, number>> {
	const answers: Record<number, number> = {};
	for (let start = 0; start < n; start += 50) {
		const some = await Promise.all(Array.from({ length: Math.min(50, n - start) }, (_, place) => send(start + place)));
		for (const { status } of some) answers[status] = (answers[status] ?? 0) + 1;
	}
	return answers;
}

const from = (network: string, browser = 0) => ({ env, headers: { "x-dev-network": network, "user-agent": `Browser/${browser}` } });

/** An honest reader of a network of their own. */
const honest = (place: number) => from(`192.0.${place}.7`);

async function consumeAll(): Promise<void> {
	for (let ids = await waitingInbox(db, 200); ids.length > 0; ids = await waitingInbox(db, 200)) await consumeInbox(db, ids);
}

async function overview(): Promise<OverviewReport> {
	await handleCron(makeEnv(), Date.now());
	const response = await call("/api/reports/overview", { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
	return response.json<OverviewReport>();
}

describe("a flood of votes", () => {
	it("from one network under as many names count as its cap of a day, one a visitor; others vote as ever", { timeout: 240_000 }, async () => {
		const vote = (place: number, limits: object) => post("/api/votes", makeVote({ helpful: "no" }), { ...from("203.0.113.9", place), ...limits });
		// As fast as they come most end at the limiter; the others are of whoever waits it out.
		const patient = await flood(500, (place) => vote(place, { env }));
		const fast = await flood(1500, (place) => vote(500 + place, { env: {} }));
		expect(patient).toEqual({ 200: limits.votesPerNetworkAndDay, 429: 500 - limits.votesPerNetworkAndDay });
		expect(fast).toEqual({ 429: 1500 });
		for (let place = 0; place < 40; place++) expect((await post("/api/votes", makeVote(), honest(place))).status).toBe(200);
		expect(await rows("SELECT helpful, count(*) AS n, count(DISTINCT visitor) AS visitors FROM votes GROUP BY helpful ORDER BY helpful")).toEqual([
			{ helpful: 0, n: 30, visitors: 30 },
			{ helpful: 1, n: 40, visitors: 40 },
		]);
	});

	it("of one visitor are one", { timeout: 240_000 }, async () => {
		const answers = await flood(100, () => post("/api/votes", makeVote({ helpful: "no" }), from("203.0.113.9")));
		expect([answers, await count("votes")]).toEqual([{ 200: 100 }, 1]);
	});
});

describe("a flood of events", () => {
	const view = () => ({ id: uuid(), type: "page_viewed", path: "/data-entry/add-a-value/", article: articles.value, ago: Math.floor(Math.random() * 60_000) });
	const batch = (n: number) => Array.from({ length: n }, view);

	it(
		"from one network under many names is counted up to the network's share of the day, and told so; others are counted as ever",
		{ timeout: 240_000 },
		async () => {
			const answers = await flood(200, (place) => sendEvents(batch(50), from("203.0.113.9", place)));
			expect(answers).toEqual({ 202: 200 });
			for (let place = 0; place < 40; place++) expect((await sendEvents(batch(3), honest(place))).status).toBe(202);
			await consumeAll();
			expect(await count("events")).toBe(limits.eventsPerNetworkAndDay + 120);
			// What comes later from the same network is left out, too, and what comes from elsewhere is not.
			await sendEvents(batch(50), from("203.0.113.9", 201));
			await sendEvents(batch(1), honest(41));
			await consumeAll();
			expect(await count("events")).toBe(limits.eventsPerNetworkAndDay + 121);
			const { excluded } = await overview();
			expect(excluded.flood).toBe(10_050 - limits.eventsPerNetworkAndDay);
		},
	);

	it("leaves an office of thousands alone: its share grows with the centre", { timeout: 240_000 }, async () => {
		await rows("INSERT INTO counted_days VALUES ('2026-01-01', 0, 1000000) RETURNING 1");
		await flood(120, (place) => sendEvents(batch(50), from("203.0.113.9", place)));
		await consumeAll();
		expect(await count("events")).toBe(6000);
	});

	it("keeps of the network nothing but a number under the day's hash, until that day is over", async () => {
		await sendEvents(batch(2), { env, headers: { "x-dev-network": "203.0.113.9", "sec-gpc": "1" } });
		const [waiting] = await rows<{ network: string }>("SELECT network FROM event_inbox");
		expect(waiting?.network).toMatch(/^[\w-]{22}$/);
		await consumeAll();
		expect([await count("event_inbox"), await rows("SELECT what, n FROM guard_counts")]).toEqual([0, [{ what: `events:${waiting?.network}`, n: 2 }]]);
		expect(await rows("SELECT visitor, session FROM events GROUP BY 1, 2")).toEqual([{ visitor: null, session: null }]);
		await rows("DELETE FROM upkeep WHERE task = 'retention'");
		await handleCron(makeEnv({ TIME_TRAVEL: "on" }), Date.now() + 3 * 86_400_000);
		expect(await count("guard_counts")).toBe(0);
	});

	it("of huge batches is refused whole, before anything is stored", async () => {
		expect(await flood(50, (place) => sendEvents(batch(51), from("203.0.113.9", place)))).toEqual({ 422: 50 });
		expect(await flood(50, (place) => post("/api/events", "[".repeat(33_000), from("203.0.113.9", place)))).toEqual({ 413: 50 });
		expect(await count("event_inbox")).toBe(0);
	});

	it("of one session, or one visitor, is a machine's and not counted", { timeout: 240_000 }, async () => {
		const session = newSession();
		await flood(40, () => sendEvents([{ ...view(), ago: 0 }], { ...from("203.0.113.9"), session }));
		for (let place = 0; place < 5; place++) await sendEvents(batch(1), honest(place));
		await consumeAll();
		const { traffic, excluded } = await overview();
		expect([traffic.pageViews, excluded.machine]).toEqual([5, 40]);
	});

	it("from many networks keeps no honest reader out, and no one of them says what the day was", { timeout: 240_000 }, async () => {
		const answers = await flood(500, (place) => sendEvents(batch(20), from(`10.20.${place % 250}.${place}`, place)));
		expect(answers).toEqual({ 202: 500 });
		expect((await sendEvents(batch(1), honest(1))).status).toBe(202);
		await consumeAll();
		const most = await rows<{ n: number }>("SELECT max(n) AS n FROM guard_counts");
		expect([await count("events"), most]).toEqual([10_001, [{ n: 40 }]]);
	});
});

describe("ticket bombing", () => {
	const bomb = (changes = {}, place = 0, network = "203.0.113.9") => post("/api/tickets", makeTicket(changes), from(network, place));

	it("from one network, with an address each, ends at the cap; who writes from elsewhere is heard and handed over", { timeout: 240_000 }, async () => {
		const answers = await flood(300, (place) => bomb({}, place));
		expect(answers).toEqual({ 201: limits.ticketsPerNetworkAndHour, 429: 300 - limits.ticketsPerNetworkAndHour });
		const honestAnswer = await post("/api/tickets", makeTicket({ subject: "I am honest" }), honest(1));
		expect(honestAnswer.status).toBe(201);
		const { reference } = await honestAnswer.json<TicketAnswer>();
		await rows("UPDATE deliveries SET next_attempt_at = 0 RETURNING 1");
		const desk = new Desk("desk");
		await drain([desk]);
		expect(desk.asked).toHaveLength(limits.ticketsPerNetworkAndHour + 1);
		expect(await rows("SELECT d.state FROM deliveries d JOIN tickets t ON t.id = d.ticket WHERE t.reference = ?1", reference)).toEqual([
			{ state: "delivered" },
		]);
	});

	it("at one address ends at its cap there, and the address itself can still write from elsewhere", { timeout: 240_000 }, async () => {
		const email = "ada@customer.example";
		const answers = await flood(100, (place) => bomb({ email: place % 2 ? email : email.toUpperCase() }, place));
		expect(answers).toEqual({ 201: limits.ticketsPerEmailAndHour, 429: 100 - limits.ticketsPerEmailAndHour });
		expect((await post("/api/tickets", makeTicket({ email }), honest(2))).status).toBe(201);
	});

	it("is told what to do instead and when to come back, in words for a person, with nothing of theirs lost", async () => {
		await flood(20, (place) => bomb({}, place));
		const refused = await bomb();
		expect(refused.headers.get("retry-after")).toBe("3600");
		const { title, detail } = await expectProblem(refused, 429, "ticket-cap");
		expect(`${title} ${detail}`).toBe("Too many messages in a short time. This one was not sent. Wait, or use e-mail or phone.");
		const words = { key: uuid(), subject: "A flood hit us", description: "Water is in the basement.", category: "other", name: "Ada", email: "ada@b.example" };
		const page = await postForm("/contact", { ...words, rendered: await renderedAgo() }, from("203.0.113.9"));
		const text = await page.text();
		expect([page.status, page.headers.get("retry-after")]).toEqual([429, "3600"]);
		for (const part of ["A flood hit us", "Water is in the basement.", "use e-mail or phone"]) expect(text).toContain(part);
	});

	it("with files ends at the caps of form and network; a file from elsewhere is taken", { timeout: 240_000 }, async () => {
		const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
		const upload = (key: string, sender: ReturnType<typeof from>) =>
			call("/api/attachments", {
				...sender,
				method: "POST",
				body: png,
				headers: { ...sender.headers, "content-length": String(png.length), "x-form-key": key, "x-file-name": "a.png" },
			});
		const key = uuid();
		expect(await flood(20, () => upload(key, from("203.0.113.9")))).toEqual({ 201: limits.attachments, 422: 20 - limits.attachments });
		// As many as 80 forms more would leave.
		const more =
			"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) INSERT INTO attachments (id, form_key, name, size, network, day, created_at)";
		await rows(
			`${more} SELECT 'flood-' || i, 'form-' || (i % 80), '', 12, a.network, a.day, a.created_at FROM n, (SELECT * FROM attachments LIMIT 1) a RETURNING 1`,
		);
		const left = limits.filesPerNetworkAndDay - limits.attachments - 400;
		expect(await flood(150, () => upload(uuid(), from("203.0.113.9")))).toEqual({ 201: left, 429: 150 - left });
		expect((await upload(uuid(), honest(3))).status).toBe(201);
		await bindings.FILES.delete((await bindings.FILES.list()).objects.map((object) => object.key));
	});
});
