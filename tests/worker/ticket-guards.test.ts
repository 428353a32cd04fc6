import { afterEach, describe, expect, it, vi } from "vitest";
import { limits } from "#contract/limits.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { readSite } from "#worker/lib/site.ts";
import {
	bindings,
	call,
	count,
	expectProblem,
	makeTicket,
	mockDesk,
	moveToNewNetwork,
	post,
	postForm,
	renderedAgo,
	rows,
	setClock,
	uuid,
	type Settings,
} from "./support.ts";

const file = (changes: Parameters<typeof makeTicket>[0] = {}, options: Parameters<typeof post>[2] = {}) => post("/api/tickets", makeTicket(changes), options);
const answerOf = (response: Response) => response.json<TicketAnswer>();

describe("what keeps machines out", () => {
	const fields = (changes: Record<string, string> = {}) => ({
		key: uuid(),
		subject: "Import was rejected",
		category: "data-issues",
		description: "The import stops with ERR_1005.",
		name: "Ada",
		email: `${uuid()}@b.example`,
		...changes,
	});

	it("asks to press Send again when a form was sent within two seconds, or was never made here; then it is sent", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		const made = await (await call("/contact")).text();
		const rendered = /name="rendered" value="([^"]+)"/.exec(made)?.[1] ?? "";
		const words = fields();
		setClock(start + 1999);
		for (const stamp of [rendered, "", `${(start - 60_000).toString(36)}.${rendered.split(".")[1] ?? ""}`, "x.y"]) {
			const response = await postForm("/contact", { ...words, rendered: stamp });
			expect(response.status).toBe(422);
			const page = await response.text();
			expect(page).toContain("This looked automatic and was not sent. Please press Send once more.");
			expect(page).toContain(`name="key" value="${words.key}"`);
		}
		const refused = await (await postForm("/contact", words)).text();
		const fresh = /name="rendered" value="([^"]+)"/.exec(refused)?.[1] ?? "";
		setClock(start + 2000);
		expect((await postForm("/contact", { ...fields(), rendered })).status).toBe(303);
		setClock(start + 3999);
		expect((await postForm("/contact", { ...words, rendered: fresh })).status).toBe(303);
	});

	it("holds a page's script to the same time, and says when to come again", async () => {
		const refused = await file({ rendered: await renderedAgo(500) });
		expect(refused.headers.get("retry-after")).toBe("2");
		await expectProblem(refused, 422, "too-quick");
		expect((await file({ rendered: await renderedAgo(2000) })).status).toBe(201);
	});

	it("answers a form that came again however quickly", async () => {
		const ticket = makeTicket({ rendered: await renderedAgo() });
		await post("/api/tickets", ticket);
		expect((await post("/api/tickets", { ...ticket, rendered: await renderedAgo(0) })).status).toBe(200);
	});

	describe("with Turnstile", () => {
		const turnstile: Settings = { TURNSTILE_SITE_KEY: "site-key", TURNSTILE_SECRET: "its secret", TURNSTILE_VERIFY_URL: "https://verifier.example/check" };

		it("asks the verifier, without the sender's address, and lets a person pass", async () => {
			const requests = mockDesk(() => Response.json({ success: true }));
			expect((await file({ turnstile: "answer" }, { env: turnstile })).status).toBe(201);
			expect(requests[0]?.url).toBe("https://verifier.example/check");
			expect(await requests[0]?.text()).toBe("secret=its+secret&response=answer");
		});

		it("says before anything is written that only the contact page can send", async () => {
			expect(await (await call("/api/promise?priority=P3", { env: turnstile })).json()).toMatchObject({ formOnly: true });
		});

		it("stores nothing for an answer that does not hold or is missing", async () => {
			mockDesk(() => Response.json({ success: false, "error-codes": ["timeout-or-duplicate"] }));
			await expectProblem(await file({ turnstile: "old" }, { env: turnstile }), 403, "not-a-person");
			await expectProblem(await file({}, { env: turnstile }), 403, "not-a-person");
			expect(await count("tickets")).toBe(0);
		});

		it.each([
			["does not answer", () => Promise.reject(new Error("down"))],
			["fails", () => new Response("no", { status: 502 })],
			["has a fault of its own", () => Response.json({ success: false, "error-codes": ["internal-error"] })],
		])("keeps the way to a human open when the verifier %s, and counts it", async (_, answer) => {
			vi.spyOn(console, "error").mockImplementation(() => undefined);
			mockDesk(answer);
			expect((await file({ turnstile: "answer" }, { env: turnstile })).status).toBe(201);
			expect(await rows("SELECT what, n FROM guard_counts")).toEqual([{ what: "turnstile-unavailable", n: 1 }]);
		});

		it("gives the answer of a stored ticket again without asking: an answer holds once", async () => {
			const requests = mockDesk(() => Response.json({ success: true }));
			const ticket = makeTicket({ turnstile: "answer" });
			await post("/api/tickets", ticket, { env: turnstile });
			const asked = requests.length;
			expect((await post("/api/tickets", ticket, { env: turnstile })).status).toBe(200);
			expect(requests).toHaveLength(asked);
		});

		it("is in the contact page with a policy that lets it work; without it neither is", async () => {
			const [withIt, without] = await Promise.all([call("/contact", { env: turnstile }), call("/contact")]);
			expect(withIt.headers.get("content-security-policy")).toBe(
				"default-src 'none'; script-src 'self' https://challenges.cloudflare.com; frame-ancestors 'none'; frame-src 'self' https://challenges.cloudflare.com; connect-src 'self' https://challenges.cloudflare.com",
			);
			expect(await withIt.text()).toContain('data-sitekey="site-key"');
			expect(without.headers.get("content-security-policy")).not.toContain("cloudflare");
			expect(await without.text()).not.toContain("challenges.cloudflare.com");
		});

		it("takes the widget's answer from the plain form, and gives every word back when it says no", async () => {
			mockDesk(async (request) => Response.json({ success: (await request.text()).endsWith("response=good") }));
			const rendered = await renderedAgo();
			const refused = await postForm("/contact", fields({ rendered, "cf-turnstile-response": "bad" }), { env: turnstile });
			expect(refused.status).toBe(403);
			expect(await refused.text()).toContain(
				"We could not check that you are a person. Your message was not sent. Please press Send once more, or use e-mail or phone.",
			);
			expect((await postForm("/contact", fields({ rendered, "cf-turnstile-response": "good" }), { env: turnstile })).status).toBe(303);
		});
	});

	it("holds the cap against hundreds from one network; an honest office and other networks get through", async () => {
		const open: Settings = { WRITE_LIMIT: { limit: async () => ({ success: true }) }, NETWORK_LIMIT: { limit: async () => ({ success: true }) } };
		const flood = 500;
		let stored = 0;
		for (let sent = 0; sent < flood; sent += 100) {
			const answers = await Promise.all(Array.from({ length: 100 }, () => file({}, { env: open })));
			stored += answers.filter(({ status }) => status === 201).length;
		}
		expect(stored).toBe(limits.ticketsPerNetworkAndHour);
		expect([await count("tickets"), await count("deliveries"), await count("ticket_texts")]).toEqual([20, 20, 40]);
		moveToNewNetwork();
		for (let colleague = 0; colleague < 20; colleague++) expect((await file()).status).toBe(201);
	}, 60_000);
});

describe("the acknowledgement", () => {
	interface Sent {
		from: string;
		to: string;
		subject: string;
		text: string;
	}

	afterEach(async () => {
		delete (await readSite(bindings)).support.acknowledgement;
	});

	async function withMail(send: (mail: Sent) => Promise<void> = async () => undefined): Promise<{ env: Settings; mails: Sent[] }> {
		(await readSite(bindings)).support.acknowledgement = { from: "support@centre.example" };
		const mails: Sent[] = [];
		const MAIL = {
			send: async (mail: Sent) => {
				mails.push(mail);
				await send(mail);
			},
		} as unknown as SendEmail;
		return { env: { MAIL }, mails };
	}

	it("says that the message is here, with reference, time, status page and articles", async () => {
		setClock("2026-11-20T10:00:00Z");
		const { env, mails } = await withMail();
		const { reference, statusUrl } = await answerOf(await file({ email: "ada@b.example", impairment: "blocked" }, { env }));
		expect(mails).toHaveLength(1);
		const [{ text, ...head }] = mails as [Sent];
		expect(head).toMatchObject({
			from: "support@centre.example",
			to: "ada@b.example",
			replyTo: "support@centre.example",
			subject: `We have your message (${reference})`,
			headers: { "Auto-Submitted": "auto-replied" },
		});
		expect(text.replaceAll(reference, "<reference>").replaceAll(statusUrl, "<status>")).toBe(
			[
				"We have your message. Its reference is <reference>.",
				"A person will answer by Friday 20 November, 14:00 (Europe/London).",
				"How it stands, and a place to add to it or close it:\nhttps://centre.example<status>",
				"These articles may help meanwhile:\n- How do I add a value?\n  https://centre.example/data-entry/add-a-value/\n- How do I import values?\n  https://centre.example/data-entry/import/",
				"If you did not write to us, somebody gave your address by mistake. Nothing is needed from you.",
				"Test centre\nhttps://centre.example",
			].join("\n\n"),
		);
	});

	it("goes by a mail service's API where one is named", async () => {
		await withMail();
		(await readSite(bindings)).support.acknowledgement = { from: "support@centre.example", urlFrom: "MAIL_API_URL", secretFrom: "MAIL_API_KEY" };
		const requests = mockDesk(() => Response.json({ id: "1" }));
		const { reference } = await answerOf(await file({ email: "ada@b.example" }, { env: { MAIL_API_URL: "https://mail.example", MAIL_API_KEY: "key" } }));
		expect(requests.map(({ url }) => url)).toEqual(["https://mail.example/emails"]);
		expect(requests[0]?.headers.get("authorization")).toBe("Bearer key");
		expect(await requests[0]?.json()).toMatchObject({
			to: ["ada@b.example"],
			subject: `We have your message (${reference})`,
			text: expect.stringContaining(reference),
		});
	});

	it("holds no word that was typed", async () => {
		const { env, mails } = await withMail();
		const typed = {
			subject: "typed-subject",
			description: "typed-description",
			tried: "typed-tried",
			name: "typed-name",
			company: "typed-company",
			product: "typed-product",
		};
		await file({ ...typed, environment: "typed-environment" }, { env });
		expect(mails).toHaveLength(1);
		expect(mails[0]?.text).not.toContain("typed");
		expect(JSON.stringify(mails[0])).not.toContain("typed-");
	});

	it("comes at most once an hour to one address, in any spelling, over midnight, too", async () => {
		const start = setClock("2026-11-20T23:30:00Z");
		const { env, mails } = await withMail();
		const write = (email: string) => file({ email }, { env });
		await write("ada@b.example");
		moveToNewNetwork();
		await write("ADA@b.example");
		await write("bob@b.example");
		setClock(start + 3_599_000);
		await write("ada@b.example");
		expect(mails.map(({ to }) => to)).toEqual(["ada@b.example", "bob@b.example"]);
		setClock(start + 3_600_000);
		await write("ada@b.example");
		expect(mails).toHaveLength(3);
		expect(JSON.stringify(await rows("SELECT * FROM acknowledgements"))).not.toContain("b.example");
	});

	it("leads the same address, and no other, to its ticket of the same words", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		const { env, mails } = await withMail();
		const { statusUrl } = await answerOf(await file({ email: "ada@b.example" }, { env }));
		await file({ email: "stranger@b.example" }, { env });
		expect(mails[1]?.text).not.toContain(statusUrl);
		setClock(start + 3_600_000);
		await file({ email: "Ada@b.example" }, { env });
		expect(mails[2]?.text).toContain(
			`You told us the same within the last day. That message is here; if nothing is new, you can close one of them:\nhttps://centre.example${statusUrl}`,
		);
	});

	it("is off unless it is configured, and is never what a ticket fails for", async () => {
		const { env, mails } = await withMail(() => Promise.reject(new Error("mailbox of ada@b.example is full")));
		const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
		expect((await file({ email: "ada@b.example" }, { env })).status).toBe(201);
		expect(JSON.stringify(log.mock.calls)).not.toContain("ada@");
		delete (await readSite(bindings)).support.acknowledgement;
		expect((await file({}, { env })).status).toBe(201);
		expect(mails).toHaveLength(1);
	});

	it("refuses line breaks in what becomes a mail's head", async () => {
		const { env, mails } = await withMail();
		await expectProblem(await file({ email: "ada@b.example\r\nBcc: all@b.example" }, { env }), 422, "invalid");
		expect(mails).toEqual([]);
	});
});
