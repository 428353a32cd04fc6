import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TicketAnswer } from "#contract/tickets.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { ticketStatus } from "#worker/queries/ticket-status.ts";
import { storeTicket, ticketByKey, type StoredTicket } from "#worker/queries/tickets.ts";
import {
	articles,
	call,
	consume,
	count,
	db,
	everything,
	expectProblem,
	makeTicket,
	mockDesk,
	moveToNewNetwork,
	newToken,
	post,
	postForm,
	renderedAgo,
	rows,
	sent,
	setClock,
	uuid,
	withDesk,
} from "./support.ts";

const file = (changes: Parameters<typeof makeTicket>[0] = {}, options: Parameters<typeof post>[2] = {}) => post("/api/tickets", makeTicket(changes), options);
const answerOf = (response: Response) => response.json<TicketAnswer>();
const script = `<script>alert("1")</script>'"& &lt;`;

describe("a ticket", () => {
	it("is answered with a reference, a status page and a real time", async () => {
		setClock("2026-11-20T16:00:00Z");
		const response = await file({ impairment: "blocked", timeZone: "America/New_York" });
		expect(response.status).toBe(201);
		const answer = await answerOf(response);
		expect(answer).toEqual({
			reference: expect.stringMatching(/^TZ-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
			statusUrl: expect.stringMatching(/^\/status\/[\w-]{32}$/),
			promisedAt: "2026-11-23T11:00:00.000Z",
			promisedInWords: "Monday 23 November, 06:00 (America/New York)",
		});
		expect(response.headers.get("location")).toBe(answer.statusUrl);
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it("is stored with its delivery, its team and everything the customer said", async () => {
		const trail = [
			{ kind: "search" as const, query: "import rejected", results: 2 },
			{ kind: "rejected" as const, article: articles.import, title: "How do I import values?" },
			{
				kind: "guided" as const,
				article: articles.import,
				title: "How do I import values?",
				answers: [{ question: "Which code do you see?", answer: "ERR_1005" }],
				outcome: "The unit does not fit",
			},
		];
		await file({ tried: "Again,\r\nand again", risk: "lost", trail, email: " Ada@Customer.example " });
		const [row] = await rows<{ content: string }>("SELECT * FROM tickets");
		expect(row).toMatchObject({ category: "data-issues", priority: "P1", team: "data engineering", tier: "L2", channel: "portal", time_zone: "Europe/London" });
		expect(JSON.parse(row?.content ?? "")).toMatchObject({
			subject: "Import was rejected",
			tried: "Again,\nand again",
			email: "Ada@Customer.example",
			risk: "lost",
			trail,
		});
		expect(row?.content).not.toContain("deflectionTokens");
		expect(await rows("SELECT destination, state FROM deliveries")).toEqual([{ destination: "desk", state: "pending" }]);
		expect(sent).toEqual([{ kind: "deliveries" }]);
	});

	it("loses personal data from the searches and questions of its trail in the Worker, too", async () => {
		await file({
			trail: [
				{ kind: "search", query: "reset for bob@customer.example", results: 0 },
				{ kind: "answer", question: "Where is bob@customer.example?" },
			],
		});
		const [row] = await rows<{ content: string }>("SELECT content FROM tickets");
		expect(JSON.parse(row?.content ?? "")).toMatchObject({
			trail: [
				{ kind: "search", query: "reset for [email]", results: 0 },
				{ kind: "answer", question: "Where is [email]?" },
			],
		});
	});

	it("keeps the article the customer came from, and is filed without one that never was", async () => {
		await file({ article: articles.import });
		await file({ article: "no/such" });
		await file();
		const stored = await rows<{ content: string }>("SELECT content FROM tickets ORDER BY rowid");
		expect(stored.map(({ content }) => (JSON.parse(content) as { article: string | null }).article)).toEqual([articles.import, null, null]);
	});

	it("goes to the first line when nobody owns its category", async () => {
		await file({ category: "other", impairment: "question" });
		expect(await rows("SELECT team, priority FROM tickets")).toEqual([{ team: "first line", priority: "P5" }]);
	});

	it("stores nothing at all when one part cannot be stored", async () => {
		const ticket: StoredTicket = {
			id: "t",
			reference: "TZ-1",
			statusToken: "s",
			idempotencyKey: uuid(),
			bodyHash: "",
			createdAt: 1,
			day: "2026-11-20",
			network: "",
			emailHash: "",
			locale: "en",
			channel: "portal",
			category: "other",
			priority: "P4",
			team: "",
			tier: "",
			promisedAt: 1,
			timeZone: "Europe/London",
			content: {} as StoredTicket["content"],
			segment: "computer",
			plan: "",
		};
		await expect(storeTicket(db, ticket, ["desk", null as unknown as string], [], { visit: uuid() })).rejects.toThrow("NOT NULL");
		for (const table of ["tickets", "deliveries", "contact_visits", "dirty_days"]) expect(await count(table)).toBe(0);
		expect(await ticketByKey(db, ticket.idempotencyKey)).toBeNull();
	});

	it("is not acknowledged when the database fails, and logs none of its words", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
		const failing = new Proxy(db, {
			get: (target, name) =>
				name === "batch" ? () => Promise.reject(new Error("D1_ERROR: disk I/O error")) : (Reflect.get(target, name) as () => unknown).bind(target),
		});
		await expectProblem(await file({ subject: "Very private words" }, { env: { DB: failing } }), 503, "unavailable");
		expect(await count("tickets")).toBe(0);
		expect(JSON.stringify(log.mock.calls)).not.toContain("private");
	});

	it("is the same one when the form is sent again", async () => {
		const ticket = makeTicket();
		const first = await post("/api/tickets", ticket);
		const again = await post("/api/tickets", {
			...ticket,
			article: articles.import,
			contact: uuid(),
			timeZone: "Europe/Rome",
			trail: [{ kind: "search", query: "more", results: 0 }],
		});
		expect([first.status, again.status]).toEqual([201, 200]);
		expect(await again.json()).toEqual(await first.json());
		expect([await count("tickets"), await count("deliveries")]).toEqual([1, 1]);
	});

	it("is refused when the same form was sent with other words", async () => {
		const ticket = makeTicket();
		await post("/api/tickets", ticket);
		await expectProblem(await post("/api/tickets", { ...ticket, description: "Something else entirely." }), 422, "key-reused");
		expect(await count("tickets")).toBe(1);
	});

	it("is one although twenty copies arrive at once", async () => {
		const ticket = makeTicket();
		const answers = await Promise.all(Array.from({ length: 20 }, () => post("/api/tickets", ticket)));
		expect(answers.map((response) => response.status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
		expect(new Set(await Promise.all(answers.map(async (response) => (await answerOf(response)).statusUrl))).size).toBe(1);
		expect([await count("tickets"), await count("deliveries")]).toEqual([1, 1]);
	});

	it("does not wait for a desk that is slow to another ticket; the queue hands it over", async () => {
		const { promise: answered, resolve: answer } = Promise.withResolvers<Response>();
		const requests = mockDesk(() => answered.then((response) => response.clone()));
		const slow = file({}, { env: withDesk });
		await vi.waitFor(() => expect(requests).toHaveLength(1));
		expect((await file({}, { env: withDesk })).status).toBe(201);
		expect(requests).toHaveLength(1);
		expect(sent).toEqual([{ kind: "deliveries" }, { kind: "deliveries" }]);
		answer(Response.json({ reference: "DESK-1" }));
		await slow;
		await file({}, { env: withDesk });
		expect(await rows("SELECT DISTINCT state FROM deliveries")).toEqual([{ state: "delivered" }]);
	});

	const refused: [string, Record<string, unknown>, string][] = [
		["an unknown category", { category: "no-such" }, "category"],
		["no category", { category: "" }, "category"],
		["a line feed in its subject", { subject: "Hello\nBcc: all@example.com" }, "subject"],
		["a line feed in its name", { name: "Ada\r\nBcc: all@example.com" }, "name"],
		["a line feed in its e-mail", { email: "ada@b.example\r\nBcc: all@example.com" }, "email"],
		["a line feed in its company", { company: "A\nB" }, "company"],
		["an e-mail that is none", { email: "ada at example" }, "email"],
		["a description of two words", { description: "help me" }, "description"],
		["a NUL in its description", { description: "It says \u0000 and stops." }, "description"],
		["too long a description", { description: "x".repeat(8001) }, "description"],
		["a time zone that is none", { timeZone: "Mars/Olympus" }, "timeZone"],
		["a key that is no UUID", { key: "1" }, "key"],
		["a trail of something else", { trail: [{ kind: "cookie", value: "x" }] }, "trail.0.kind"],
		["61 entries in its trail", { trail: Array.from({ length: 61 }, () => ({ kind: "search", query: "x", results: 0 })) }, "trail"],
		["a priority of its own", { priority: "P1" }, "(body)"],
	];
	it.each(refused)("is refused with %s", async (_, changes, field) => {
		const problem = await expectProblem(await file(changes), 422, "invalid");
		expect(problem.errors?.map((error) => error.field)).toContain(field);
		expect(await count("tickets")).toBe(0);
	});

	it("is refused when it is larger than 128 kB", async () => {
		await expectProblem(await file({ description: "x".repeat(140_000) }), 413, "too-large");
	});

	it("is refused after 20 an hour from one network, for an hour", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		for (let index = 0; index < 20; index++) expect((await file()).status).toBe(201);
		const refused = await file();
		expect(refused.headers.get("retry-after")).toBe("3600");
		await expectProblem(refused, 429, "ticket-cap");
		expect(await count("tickets")).toBe(20);
		setClock(start + 3_600_001);
		expect((await file()).status).toBe(201);
		setClock(start);
		moveToNewNetwork();
		expect((await file()).status).toBe(201);
	});

	it("is refused after 6 an hour for one e-mail address, in any spelling, from one network; nobody elsewhere can use an address up", async () => {
		for (let index = 0; index < 6; index++) expect((await file({ email: index % 2 ? "Ada@B.example" : "ada@b.EXAMPLE" })).status).toBe(201);
		await expectProblem(await file({ email: "ada@b.example" }), 429, "ticket-cap");
		expect((await file()).status).toBe(201);
		moveToNewNetwork();
		expect((await file({ email: "ada@b.example" })).status).toBe(201);
	});

	it("is refused beyond the caps although a flood arrives at once, and leaves nothing", async () => {
		const contact = uuid();
		const flood = await Promise.all(Array.from({ length: 40 }, () => file({ contact })));
		expect(flood.filter((response) => response.status === 201)).toHaveLength(20);
		for (const response of flood.filter(({ status }) => status !== 201).slice(0, 3)) await expectProblem(response, 429, "ticket-cap");
		expect([await count("tickets"), await count("deliveries"), await count("contact_visits")]).toEqual([20, 20, 1]);
		moveToNewNetwork();
		const toOne = await Promise.all(Array.from({ length: 12 }, () => file({ email: "ada@b.example" })));
		expect(toOne.map((response) => response.status).sort()).toEqual([...Array.from({ length: 6 }, () => 201), ...Array.from({ length: 6 }, () => 429)]);
	});

	it("is not tied to a visit under Global Privacy Control, and keeps no deflection token at all", async () => {
		const token = newToken();
		await file({ deflectionTokens: [token], contact: uuid() }, { headers: { "sec-gpc": "1" } });
		expect(await count("contact_visits")).toBe(0);
		expect(await everything()).not.toContain(token);
	});
});

describe("the form without JavaScript", () => {
	let rendered = "";
	beforeEach(async () => {
		rendered = await renderedAgo();
	});
	const fields = () => ({
		key: uuid(),
		rendered,
		subject: "Import was rejected",
		category: "data-issues",
		description: "The import stops with ERR_1005.",
		affected: "everyone",
		name: "Ada",
		email: "ada@b.example",
		leave_empty: "",
		article: "",
	});

	it("comes with a fresh key and the article the reader came from", async () => {
		const [first, second] = await Promise.all([call(`/contact?from=${articles.users}`), call("/contact/")]);
		const page = await first.text();
		expect(page).toMatch(/name="key" value="[0-9a-f-]{36}"/);
		expect(page).toContain('You were reading <a href="/admin/users/">How do I invite a &lt;user&gt;?</a>.');
		expect(await second.text()).toContain("data-from-article hidden");
		expect(first.headers.get("content-security-policy")).toContain("script-src 'self'");
		expect(first.headers.get("cache-control")).toBe("no-store");
	});

	it.each(["constructor", "__proto__", "no/such", "%3Cscript%3E"])("comes plain for ?from=%s", async (from) => {
		const response = await call(`/contact?from=${from}`);
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("data-from-article hidden");
	});

	it.each([
		["2026-11-20T10:00:00Z", "Our desk is open now, until 18:00 (Europe/London).", true],
		[
			"2026-11-20T18:00:00Z",
			"Our desk is closed now and opens on Monday 23 November, 09:00 (Europe/London). You can write at any time. Critical problems are answered day and night.",
			false,
		],
	])("says at %s whether somebody is there, and offers what needs somebody", async (now, words, staffed) => {
		setClock(now);
		const page = await (await call("/contact")).text();
		expect(page).toContain(`<p data-desk-hours>${words}</p>`);
		expect(page.includes('<p data-channel="staffed">Chat</p>')).toBe(staffed);
	});

	it("says the same, and offers the same, when it comes back with a mistake", async () => {
		setClock("2026-11-20T10:00:00Z");
		const page = await (await postForm("/contact", { ...fields(), email: "nobody" })).text();
		expect(page).toContain("<p data-desk-hours>Our desk is open now, until 18:00 (Europe/London).</p>");
		expect(page).toContain('<p data-channel="staffed">Chat</p>');
	});

	it("tells assistive technology which fields are to be mended, and how", async () => {
		const page = await (await postForm("/contact", { ...fields(), email: "nobody", category: "" })).text();
		expect(page).toContain('<li id="error-email"><a href="#field-email">please give an e-mail address we can answer to</a></li>');
		expect(page).toMatch(/name="email"[^>]* aria-invalid="true" aria-describedby="error-email"/);
		expect(page).toMatch(/<select name="category" aria-invalid="true" aria-describedby="error-category"/);
		expect(page.match(/aria-invalid/g)).toHaveLength(2);
	});

	it.each([
		["arrives broken", 400, "--x\r\nno form", 0, "Your form did not arrive whole."],
		["is larger than five files", 413, "", 52 * 1024 * 1024, "Your message is too large."],
	])("says in plain words that it %s", async (_, status, body, length, words) => {
		const headers = { "content-type": "multipart/form-data; boundary=x", "content-length": String(length || body.length), accept: "text/html" };
		const response = await call("/contact", { method: "POST", body, headers });
		const page = await response.text();
		expect(response.status).toBe(status);
		expect(page).toContain(words);
		expect(page).toContain("your words should still be there");
		expect(page).not.toContain("JSON");
	});

	it.each([
		["export-outage", "Adds to the known incident “export-outage”."],
		["", undefined],
		["No such <incident>", undefined],
	])("is filed with the incident %j when it is one", async (incident, remark) => {
		expect((await postForm("/contact", { ...fields(), incident })).status).toBe(303);
		const [row] = await rows<{ content: string }>("SELECT content FROM tickets");
		expect((JSON.parse(row?.content ?? "") as { remarks: string[] }).remarks[0]).toBe(remark);
	});

	it("files a ticket and leads to its status page", async () => {
		const response = await postForm("/contact", fields());
		expect(response.status).toBe(303);
		const status = await call(response.headers.get("location") ?? "");
		expect(status.status).toBe(200);
		expect(await status.text()).toContain("We have your message.");
		expect(await rows("SELECT channel, priority FROM tickets")).toEqual([{ channel: "form", priority: "P3" }]);
	});

	it("leads to the same page when it is sent twice", async () => {
		const same = fields();
		const [first, second] = [await postForm("/contact", same), await postForm("/contact", same)];
		expect(second.headers.get("location")).toBe(first.headers.get("location"));
		expect(await count("tickets")).toBe(1);
	});

	it("comes back with every word in it, escaped, and says what to mend", async () => {
		const words = {
			...fields(),
			subject: `Broken ${script}`,
			description: `</textarea>${script}\nsecond line`,
			tried: script,
			name: script,
			company: script,
			environment: script,
			email: `nobody ${script}`,
		};
		const response = await postForm("/contact", words);
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).not.toContain("<script>");
		expect(page).toContain("<h2>Your message was not sent yet</h2>");
		expect(page).toContain('<a href="#field-email">please give an e-mail address we can answer to</a>');
		expect(page).toContain(`name="key" value="${words.key}"`);
		expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;");
		expect(page).toContain("second line</textarea>");
		expect(page).toContain('<option value="data-issues" selected');
		expect(page).toMatch(/value="everyone" checked/);
		expect(page).not.toMatch(/value="one" checked/);
		const values: Record<string, string> = {};
		await new HTMLRewriter()
			.on("input", {
				element: (input) =>
					void (values[input.getAttribute("name") ?? ""] = (input.getAttribute("value") ?? "")
						.replaceAll("&quot;", '"')
						.replaceAll("&lt;", "<")
						.replaceAll("&gt;", ">")
						.replaceAll("&amp;", "&")),
			})
			.transform(new Response(page))
			.text();
		for (const name of ["subject", "name", "company", "environment", "email"] as const) expect(values[name]).toBe(words[name]);
		expect(await count("tickets")).toBe(0);
	});

	it("comes back with its own choices where somebody sent others: no question is left with nothing chosen", async () => {
		const built = await (await call("/contact")).text();
		const chosen = (page: string) => [...page.matchAll(/<input[^>]*type="radio"[^>]*>/g)].flatMap(([input]) => (/\schecked\b/.test(input) ? [input] : []));
		expect(chosen(built)).toHaveLength(1);
		expect(chosen(await (await postForm("/contact", { affected: "<b>" })).text())).toEqual(chosen(built));
		expect(chosen(await (await postForm("/contact", { affected: "everyone" })).text())).toEqual([expect.stringContaining('value="everyone"')]);
	});

	it("comes back with its words when too many were sent", async () => {
		for (let index = 0; index < 6; index++) await postForm("/contact", fields());
		const response = await postForm("/contact", { ...fields(), subject: "The seventh message" });
		expect(response.status).toBe(429);
		const page = await response.text();
		expect(page).toContain("Too many messages in a short time.");
		expect(page).toContain('value="The seventh message"');
	});

	it.each([
		["at once", () => true],
		["when the message is written", (sql: string) => sql.startsWith("INSERT INTO tickets")],
	])("comes back with its words and its key when the database fails %s, and is one message when it is sent again", async (_, fails) => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const words = fields();
		const prepare = (sql: string) => {
			if (fails(sql)) throw new Error("D1_ERROR: database is locked: SQLITE_BUSY");
			return db.prepare(sql);
		};
		const DB = { prepare, batch: (statements: D1PreparedStatement[]) => db.batch(statements) } as unknown as D1Database;
		const response = await postForm("/contact", words, { env: { DB } });
		expect(response.status).toBe(503);
		const page = await response.text();
		expect(page).toContain("The service cannot store anything right now. Try again in a minute, or use e-mail or phone.");
		for (const kept of [words.subject, words.description, words.email, words.key, words.rendered]) expect(page).toContain(kept);
		for (let time = 0; time < 2; time++) expect((await postForm("/contact", words)).status).toBe(303);
		expect(await count("tickets")).toBe(1);
	});

	it("comes back with its words and a fresh key when its own was lost or used", async () => {
		const used = fields();
		await postForm("/contact", used);
		for (const key of ["", used.key]) {
			const refused = await postForm("/contact", { ...used, key, subject: "Another message" });
			expect(refused.status).toBe(422);
			const fresh = /name="key" value="([0-9a-f-]{36})"/.exec(await refused.text())?.[1] ?? "";
			expect(fresh).not.toBe(used.key);
			expect((await postForm("/contact", { ...used, key: fresh, subject: "Another message" })).status).toBe(303);
		}
	});

	it("stores nothing when the field that people do not see is filled in, and comes back with every word and that field empty", async () => {
		const words = fields();
		const response = await postForm("/contact", { ...words, leave_empty: "https://spam.example" });
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).toContain("This looked automatic and was not sent. Please press Send once more.");
		expect(page).toContain(`name="key" value="${words.key}"`);
		expect(page).toContain(`value="${words.subject}"`);
		expect(page).not.toContain("spam.example");
		expect(await count("tickets")).toBe(0);
		expect((await postForm("/contact", words)).status).toBe(303);
	});

	it("knows the article the reader came from, and still after a mistake", async () => {
		const page = await (await call(`/contact?from=${articles.users}`)).text();
		expect(page).toContain(`name="article" value="${articles.users}"`);
		const refused = await (await postForm("/contact", { ...fields(), article: articles.users, email: "nobody" })).text();
		expect(refused).toContain(`name="article" value="${articles.users}"`);
		expect(refused).toContain('You were reading <a href="/admin/users/">');
		expect((await postForm("/contact", { ...fields(), article: articles.users })).status).toBe(303);
		expect(JSON.parse((await rows<{ content: string }>("SELECT content FROM tickets"))[0]?.content ?? "")).toMatchObject({ article: articles.users });
	});

	it.each(["no/such", "constructor", "<script>", "A B"])("is sent although its article is %s", async (article) => {
		expect((await postForm("/contact", { ...fields(), article })).status).toBe(303);
		expect(JSON.parse((await rows<{ content: string }>("SELECT content FROM tickets"))[0]?.content ?? "")).toMatchObject({ article: null });
	});

	it("starts with the words of a search that found nothing", async () => {
		const page = await (await call(`/contact/?q=${encodeURIComponent(`price "carbon"\n${"x".repeat(300)}`)}`)).text();
		const subject = /name="subject" value="([^"]*)"/.exec(page)?.[1] ?? "";
		expect(subject).toMatch(/^price &quot;carbon&quot; x+$/);
		expect(subject.replaceAll("&quot;", '"')).toHaveLength(150);
	});

	it("keeps room for what is found for words that came along, and only for those", async () => {
		expect(await (await call("/contact/?q=import")).text()).toContain("<div data-contact-help data-brought");
		expect(await (await call("/contact/")).text()).toContain("<div data-contact-help></div>");
	});
});

describe("the status page", () => {
	it("tells when a person answers, and when the desk has the message", async () => {
		setClock("2026-11-20T10:00:00Z");
		const { statusUrl, reference } = await answerOf(await file({ impairment: "blocked" }));
		const before = await (await call(statusUrl)).text();
		for (const words of [
			reference,
			"Import was rejected",
			"A person will answer by <strong>Friday 20 November, 14:00 (Europe/London)</strong>",
			"We are handing it over.",
		])
			expect(before).toContain(words);
		expect(before).toContain(`<title>Message ${reference} · Test centre</title>`);
		await db.prepare("UPDATE deliveries SET state = 'delivered', desk_reference = ?1").bind(`#1${script}`).run();
		const after = await (await call(statusUrl)).text();
		expect(after).toContain("Their number: <bdi><code>#1&lt;script&gt;");
		expect(after).not.toContain("We are handing it over.");
	});

	it("says what the priority means, not its number", async () => {
		const { statusUrl } = await answerOf(await file({ impairment: "blocked" }));
		const page = await (await call(statusUrl)).text();
		expect(page).toContain("<dd>Blocked</dd>");
		// In the text of the page: its links hold random tokens.
		expect(page).not.toMatch(/>[^<]*\bP[1-4]\b/);
	});

	it("says so when a message does not reach the desk, with another way to it", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		const { statusUrl, reference } = await answerOf(await file({ impairment: "blocked" }));
		const read = async () => (await call(statusUrl)).text();
		const honest = async () => {
			const page = await read();
			for (const words of [
				"We have your message, but it has not reached our team yet.",
				`mailto:support@centre.example?subject=${reference}`,
				"+44 20 7946 0142",
			])
				expect(page).toContain(words);
			expect(page).not.toContain("A person will answer by");
			expect(page).not.toContain("Nothing is needed from you.");
		};
		expect(await read()).not.toContain("has not reached");
		await db.prepare("UPDATE deliveries SET state = 'dead'").run();
		await honest();
		await db.prepare("UPDATE deliveries SET state = 'pending'").run();
		expect(await read()).not.toContain("has not reached");
		setClock(start + 4 * 3_600_000 + 1);
		await honest();
		await db.prepare("UPDATE deliveries SET state = 'delivered'").run();
		const late = await read();
		expect(late).not.toContain("has not reached");
		expect(late).toContain("We promised you an answer by <strong>Friday 20 November, 14:00 (Europe/London)</strong>");
	});

	it("is not with the team while only a channel was told", async () => {
		const { statusUrl } = await answerOf(await file());
		const token = statusUrl.slice("/status/".length);
		const id = (await rows<{ id: string }>("SELECT id FROM tickets"))[0]?.id ?? "";
		await db
			.prepare("INSERT INTO deliveries (id, ticket, destination, state, next_attempt_at, created_at) VALUES ('c', ?1, 'chat', 'delivered', 1, 1)")
			.bind(id)
			.run();
		const stateOf = async (channels: string[]) => (await ticketStatus(db, token, Date.now(), channels))?.state;
		expect([await stateOf(["chat"]), await stateOf([])]).toEqual(["received", "handed-over"]);
		await db.prepare("UPDATE deliveries SET state = 'dead' WHERE destination = 'desk'").run();
		expect(await stateOf(["chat"])).toBe("delayed");
		await db.prepare("DELETE FROM deliveries WHERE destination = 'desk'").run();
		expect(await stateOf(["chat"])).toBe("handed-over");
	});

	it("shows the desk's number after a handover in the background", async () => {
		mockDesk(() => Response.json({ reference: "DESK-7" }));
		const { statusUrl } = await answerOf(await file({}, { env: withDesk }));
		expect(await (await call(statusUrl)).text()).toContain("DESK-7");
	});

	it("keeps its address to itself", async () => {
		const { statusUrl } = await answerOf(await file());
		const response = await call(statusUrl);
		expect(response.headers.get("referrer-policy")).toBe("same-origin");
		expect(response.headers.get("cache-control")).toBe("no-store");
		const page = await response.text();
		expect(page).not.toContain("@customer.example");
		expect(page).toContain("data-uncounted");
	});

	it("answers every unknown link alike", async () => {
		const { statusUrl } = await answerOf(await file());
		const pages = await Promise.all(
			[`${statusUrl.slice(0, -1)}.`, "/status/x", "/status/%27%20OR%201=1--", `/status/${newToken()}`].map((path) =>
				call(path, { headers: { accept: "text/html" } }),
			),
		);
		expect(pages.map((page) => page.status)).toEqual([404, 404, 404, 404]);
		const texts = await Promise.all(pages.map((page) => page.text()));
		expect(new Set(texts).size).toBe(1);
		expect(texts[0]).toContain("There is no ticket at this address.");
	});
});

describe("no page runs what a customer or a reader typed", () => {
	it("on the status page, the report, the search and the 404 page", async () => {
		const now = Date.now();
		const { statusUrl } = await answerOf(
			await file({ subject: script, description: `${script}${script}`, name: script, tried: script, product: script, environment: script, company: script }),
		);
		await post("/api/events", { session: null, locale: "en", events: [{ id: uuid(), type: "search_settled", query: script, results: 0 }] });
		await db.batch([
			...Array.from({ length: 6 }, (_, index) =>
				db
					.prepare(
						"INSERT INTO votes (article, day, visitor, network, revision, helpful, comment, locale, voted_at) VALUES (?1, ?2, ?3, 'n', 'r', 0, ?1, 'en', 1)",
					)
					.bind(script, new Date(now).toISOString().slice(0, 10), `v${index}`),
			),
		]);
		await consume();
		const sessionKey = "session-key";
		const cookie = `tier_zero_manager=${await makeManagerSession(sessionKey)}`;
		const pages = await Promise.all([
			call(statusUrl),
			call("/manage", { env: { LOCAL_SESSION_KEY: sessionKey }, headers: { cookie } }),
			call(`/search/?q=${encodeURIComponent(script)}`),
			call(`/${encodeURIComponent(script)}`),
			call(`/api/${encodeURIComponent(script)}`),
		]);
		expect(pages.map((page) => page.status)).toEqual([200, 200, 200, 404, 404]);
		const [status, report, search] = await Promise.all(pages.map((page) => page.text()));
		for (const page of [status, report, search]) {
			expect(page).toContain("alert(");
			expect(page).not.toContain("<script");
		}
	});

	it("in the search box, however it is quoted", async () => {
		const page = await (await call(`/search/?q=${encodeURIComponent('" autofocus onfocus="alert(1)')}`)).text();
		expect(page).toContain('value="&quot; autofocus onfocus=&quot;alert(1)"');
	});
});
