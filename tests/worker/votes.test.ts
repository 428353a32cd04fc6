import { describe, expect, it, vi } from "vitest";
import { isDevelopment, networkPrefix, readNetwork } from "#worker/lib/network.ts";
import { ensureSalt, identify, saltName } from "#worker/lib/visitor.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import {
	articles,
	bindings,
	call,
	count,
	db,
	everything,
	expectProblem,
	makeEnv,
	makeVote,
	moveToNewNetwork,
	post,
	postForm,
	revision,
	rows,
	setClock,
} from "./support.ts";

const vote = (changes: Parameters<typeof makeVote>[0] = {}, headers: Record<string, string> = {}) => post("/api/votes", makeVote(changes), { headers });
const counts = () => rows("SELECT helpful, count(*) AS n FROM votes GROUP BY helpful ORDER BY helpful");

describe("a vote", () => {
	it("is counted and stored", async () => {
		const response = await vote({ reasons: ["solved"] });
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ article: articles.value, helpful: "yes", changed: false });
		expect(await rows("SELECT article, revision, helpful, reasons FROM votes")).toEqual([
			{ article: articles.value, revision, helpful: 1, reasons: '["solved"]' },
		]);
	});

	it("is one for a visitor, article and day; the last one counts", async () => {
		await vote({ helpful: "yes" });
		const response = await vote({ helpful: "no", reasons: ["outdated"] });
		expect(await response.json()).toMatchObject({ changed: true, helpful: "no" });
		expect(await counts()).toEqual([{ helpful: 0, n: 1 }]);
		await vote({ article: articles.import, revision: "bbbbbbbbbbbb" });
		expect(await counts()).toEqual([
			{ helpful: 0, n: 1 },
			{ helpful: 1, n: 1 },
		]);
	});

	it("keeps its reasons and comment when the same answer comes again without any", async () => {
		const stored = () => rows("SELECT helpful, reasons, comment FROM votes");
		await vote({ helpful: "no", reasons: ["outdated"], comment: "Step 3 is gone." });
		await vote({ helpful: "no" });
		expect(await stored()).toEqual([{ helpful: 0, reasons: '["outdated"]', comment: "Step 3 is gone." }]);
		await vote({ helpful: "no", reasons: ["missing-detail"] });
		expect(await stored()).toEqual([{ helpful: 0, reasons: '["missing-detail"]', comment: "" }]);
		await vote({ helpful: "yes" });
		expect(await stored()).toEqual([{ helpful: 1, reasons: "[]", comment: "" }]);
	});

	it("is one however many arrive at once", async () => {
		await Promise.all(Array.from({ length: 20 }, () => vote()));
		expect(await count("votes")).toBe(1);
	});

	it("counts anew on the next day", async () => {
		setClock("2026-11-10T12:00:00Z");
		await vote();
		setClock("2026-11-11T12:00:00Z");
		expect(await (await vote()).json()).toMatchObject({ changed: false });
		expect(await rows("SELECT day FROM votes ORDER BY day")).toEqual([{ day: "2026-11-10" }, { day: "2026-11-11" }]);
	});

	it("is accepted for a revision that was current before a deploy, refused for one that never was", async () => {
		await db.prepare("INSERT INTO article_revisions VALUES (?1, ?2, ?3)").bind(articles.value, "012345678901", 1).run();
		expect((await vote({ revision: "012345678901" })).status).toBe(200);
		await expectProblem(await vote({ revision: "ffffffffffff" }), 409, "article-changed");
		await expectProblem(await vote({ revision: "bbbbbbbbbbbb" }), 409, "article-changed");
		expect(await rows("SELECT revision FROM votes")).toEqual([{ revision: "012345678901" }]);
	});

	it("can name every revision that cron has seen, which writes them down only when something changed", async () => {
		const writes = async () => {
			const changes = vi.fn();
			const counting = new Proxy(db, {
				get: (target, name) => {
					if (name === "prepare") return (sql: string) => (sql.includes("INTO article_revisions") && changes(), target.prepare(sql));
					return (Reflect.get(target, name) as () => unknown).bind(target);
				},
			});
			await handleCron(makeEnv({ DB: counting }), Date.now());
			return changes.mock.calls.length;
		};
		expect([await writes(), await writes()]).toEqual([1, 0]);
	});

	it("can name every revision", async () => {
		await handleCron(makeEnv(), Date.now());
		expect(await rows("SELECT revision FROM article_revisions ORDER BY revision")).toEqual(
			["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc", "dddddddddddd", "eeeeeeeeeeee"].map((known) => ({ revision: known })),
		);
	});

	const refused: [string, Record<string, unknown>, number, string][] = [
		["names an unknown article", { article: "no/such" }, 404, "unknown-article"],
		["names an article of the object prototype", { article: "constructor" }, 404, "unknown-article"],
		["has a revision that is none", { revision: "AAAAAAAAAAAA" }, 422, "invalid"],
		["has no revision", { revision: undefined }, 422, "invalid"],
		["has no answer", { helpful: "maybe" }, 422, "invalid"],
		["has an unknown reason", { reasons: ["because"] }, 422, "invalid"],
		["has too long a comment", { comment: "x".repeat(1001) }, 422, "invalid"],
		["has a control character in its comment", { comment: "a\u0000b" }, 422, "invalid"],
		["brings a field of its own", { visitor: "me" }, 422, "invalid"],
	];
	it.each(refused)("is refused when it %s", async (_, changes, status, name) => {
		await expectProblem(await vote(changes), status, name);
		expect(await count("votes")).toBe(0);
	});

	it("loses personal data from its comment", async () => {
		await vote({ helpful: "no", reasons: ["did-not-work"], comment: "Write to ada@customer.example\r\nor call +44 20 7946 0142." });
		expect(await rows("SELECT comment FROM votes")).toEqual([{ comment: "Write to [email]\nor call [phone]." }]);
	});

	it("keeps no session under Global Privacy Control", async () => {
		await vote({}, { "sec-gpc": "1" });
		expect(await rows("SELECT session FROM votes")).toEqual([{ session: null }]);
	});
});

describe("a flood of votes", () => {
	it("from one network is stored up to the cap, and told so until midnight UTC", async () => {
		setClock("2026-11-10T22:30:00Z");
		const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => vote({ helpful: "no" }, { "user-agent": `Browser/${index}` })));
		const stored = answers.filter((response) => response.status === 200);
		const capped = answers.filter((response) => response.status === 429);
		expect([stored.length, capped.length]).toEqual([30, 170]);
		expect(new Set(capped.map((response) => response.headers.get("retry-after")))).toEqual(new Set(["5400"]));
		await expectProblem(capped[0] as Response, 429, "vote-cap");
		expect(await counts()).toEqual([{ helpful: 0, n: 30 }]);
	});

	it("leaves honest networks, other articles, and a change of mind alone", async () => {
		for (let index = 0; index < 31; index++) await vote({ helpful: "no" }, { "user-agent": `Browser/${index}` });
		expect((await vote({ helpful: "yes" }, { "user-agent": "Browser/3" })).status).toBe(200);
		expect((await vote({ article: articles.export, revision: "cccccccccccc" }, { "user-agent": "Browser/77" })).status).toBe(200);
		await expectProblem(await vote({}, { "user-agent": "Browser/99" }), 429, "vote-cap");
		moveToNewNetwork();
		expect((await vote({ helpful: "yes" })).status).toBe(200);
		expect(await rows("SELECT article, helpful, count(*) AS n FROM votes GROUP BY article, helpful ORDER BY article, helpful")).toEqual([
			{ article: articles.value, helpful: 0, n: 29 },
			{ article: articles.value, helpful: 1, n: 2 },
			{ article: articles.export, helpful: 1, n: 1 },
		]);
	});

	it("leaves no network address and no browser's name in any table", async () => {
		const headers = {
			"user-agent": "VeryTellingBrowser/9.9",
			"x-dev-network": "198.51.100.77",
			"cf-connecting-ip": "198.51.100.78",
			"x-forwarded-for": "198.51.100.79",
			referer: "https://intranet.example/secret",
		};
		await vote({}, headers);
		await post("/api/events", { session: null, locale: "en", events: [{ id: crypto.randomUUID(), type: "page_viewed", path: "/" }] }, { headers });
		await post(
			"/api/tickets",
			{ key: crypto.randomUUID(), subject: "Hello there", description: "A question about import.", category: "other", name: "Ada", email: "a@b.example" },
			{ headers },
		);
		await handleCron(makeEnv(), Date.now());
		const text = await everything();
		expect(text.match(/"network":"[\w-]{22}"/g)).toHaveLength(2);
		for (const trace of ["VeryTelling", "198.51", "intranet"]) expect(text).not.toContain(trace);
		for (const name of (await bindings.SALTS.list()).keys) expect(text).not.toContain(await bindings.SALTS.get(name.name));
	});
});

describe("the vote without JavaScript", () => {
	const form = (changes: [string, string][] = []): [string, string][] => [
		["article", articles.users],
		["revision", "dddddddddddd"],
		["helpful", "no"],
		...changes,
	];

	it("thanks, asks for reasons, and takes them as a change of the same vote", async () => {
		const first = await postForm("/vote", form());
		expect(first.status).toBe(200);
		const page = await first.text();
		expect(page).toContain("Your vote was counted");
		expect(page).toContain('name="reasons" value="outdated"');
		expect(page).toContain('href="/contact/?from=admin/users"');
		const second = await postForm(
			"/vote",
			form([
				["reasons", "outdated"],
				["reasons", "missing-detail"],
				["comment", "<script>alert(1)</script>"],
			]),
		);
		expect(await second.text()).toContain("Thank you, that helps.");
		expect(await rows("SELECT helpful, reasons FROM votes")).toEqual([{ helpful: 0, reasons: '["outdated","missing-detail"]' }]);
	});

	it("is refused in words on a page", async () => {
		const response = await postForm("/vote", [
			["article", articles.users],
			["revision", "ffffffffffff"],
			["helpful", "no"],
		]);
		expect(response.status).toBe(409);
		expect(await response.text()).toContain("<h1>This article has changed since the page was opened.</h1>");
	});
});

describe("a visitor's hash", () => {
	const network = (changes = {}) => ({ prefix: "203.0.113", userAgent: "A/1", host: "centre.example", privacyControl: false, ...changes });
	const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

	it("is the same within a day and another one the next day", async () => {
		const morning = await identify(bindings.SALTS, network(), { now: noon("2031-01-01") - 3_600_000, zone: "UTC" });
		const evening = await identify(bindings.SALTS, network(), { now: noon("2031-01-01") + 36_000_000, zone: "UTC" });
		const tomorrow = await identify(bindings.SALTS, network(), { now: noon("2031-01-02"), zone: "UTC" });
		expect(evening).toEqual(morning);
		expect(tomorrow.visitor).not.toBe(morning.visitor);
		expect(tomorrow.network).not.toBe(morning.network);
		expect(await identify(bindings.SALTS, network(), { now: noon("2031-01-01"), zone: "UTC" })).toEqual(morning);
	});

	it("tells browsers, networks and sites apart; its network part only networks", async () => {
		const one = await identify(bindings.SALTS, network(), { now: noon("2031-01-03"), zone: "UTC" });
		for (const changes of [{ userAgent: "B/1" }, { host: "other.example" }]) {
			const other = await identify(bindings.SALTS, network(changes), { now: noon("2031-01-03"), zone: "UTC" });
			expect(other.visitor).not.toBe(one.visitor);
			expect(other.network).toBe(one.network);
		}
		expect((await identify(bindings.SALTS, network({ prefix: "203.0.114" }), { now: noon("2031-01-03"), zone: "UTC" })).network).not.toBe(one.network);
	});

	it("is one for requests that meet on a day without a salt", async () => {
		const hashes = await Promise.all(Array.from({ length: 20 }, () => identify(bindings.SALTS, network(), { now: noon("2031-02-01"), zone: "UTC" })));
		expect(new Set(hashes.map(({ visitor }) => visitor)).size).toBe(1);
	});

	it("is the same after a restart, although several met on a day without a salt", async () => {
		const moment = { now: noon("2031-02-02"), zone: "UTC" };
		const kept = new Map<string, string>();
		// Each put takes longer than the one before it: the last one stays, after others were answered.
		const puts: string[] = [];
		const salts = {
			get: async (name: string) => kept.get(name) ?? null,
			async put(name: string, salt: string) {
				const turn = puts.push(salt);
				for (let wait = 0; wait < turn * 20; wait++) await Promise.resolve();
				kept.set(name, salt);
			},
		} as unknown as KVNamespace;
		const [first] = await Promise.all(Array.from({ length: 5 }, () => identify(salts, network(), moment)));
		expect(puts.length).toBeGreaterThan(1);
		vi.resetModules();
		const restarted = await import("#worker/lib/visitor.ts");
		expect(await restarted.identify(salts, network(), moment)).toEqual(first);
	});

	it("is the same on two servers that met on a day without a salt, soon after; later they need not ask again", async () => {
		const moment = { now: noon("2031-02-03"), zone: "UTC" };
		const clock = vi.spyOn(Date, "now").mockReturnValue(moment.now);
		const kept = new Map<string, string>();
		const get = vi.fn(async (name: string) => kept.get(name) ?? null);
		const put = async (name: string, salt: string) => void kept.set(name, salt);
		const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>();
		const late = async (name: string, salt: string) => answered.then(() => put(name, salt));
		const one = await import("#worker/lib/visitor.ts");
		vi.resetModules();
		const other = await import("#worker/lib/visitor.ts");
		const ask = (server: typeof one, puts = put) => server.identify({ get, put: puts } as unknown as KVNamespace, network(), moment);
		const second = ask(other, late);
		const first = await ask(one);
		answer(undefined);
		expect(await second).not.toEqual(first);
		expect(await ask(one)).toEqual(first);
		clock.mockReturnValue(moment.now + 1000);
		expect(await ask(one)).toEqual(await second);
		for (const minutes of [3, 4]) {
			clock.mockReturnValue(moment.now + minutes * 60_000);
			get.mockClear();
			expect([await ask(one), await ask(other)]).toEqual([await second, await second]);
		}
		expect(get).not.toHaveBeenCalled();
		clock.mockRestore();
	});

	it.each([
		["says that it knows none", () => Promise.resolve(null)],
		["does not answer", () => Promise.reject(new Error("KV is away"))],
	])("stays as it is while KV %s, and its salt is written once", async (_, get) => {
		const moment = { now: noon("2031-02-04"), zone: "UTC" };
		const clock = vi.spyOn(Date, "now").mockReturnValue(moment.now);
		const put = vi.fn(async () => undefined);
		const salts = { get: vi.fn(get).mockResolvedValueOnce(null).mockResolvedValueOnce(null), put } as unknown as KVNamespace;
		vi.resetModules();
		const server = await import("#worker/lib/visitor.ts");
		const first = await server.identify(salts, network(), moment);
		for (const later of [1000, 2000, 70_000]) {
			clock.mockReturnValue(moment.now + later);
			expect(await server.identify(salts, network(), moment)).toEqual(first);
		}
		expect(put).toHaveBeenCalledOnce();
		clock.mockRestore();
	});

	it("has the salt of another request where KV refuses a second write", async () => {
		const moment = { now: noon("2031-02-06"), zone: "UTC" };
		const refusing = (...known: (string | null)[]) => {
			const get = known.reduce((mock, salt) => mock.mockResolvedValueOnce(salt), vi.fn<() => Promise<string | null>>());
			return { get, put: () => Promise.reject(new Error("429 Too Many Requests")) } as unknown as KVNamespace;
		};
		const { ensureSalt } = await import("#worker/lib/visitor.ts");
		expect(await ensureSalt(refusing(null, "theirs"), "2031-02-06", moment)).toBe("theirs");
		await expect(ensureSalt(refusing(null, null), "2031-02-06", moment)).rejects.toThrow("429");
	});

	it("is looked up once for requests that meet, also while servers may still offer other salts", async () => {
		const moment = { now: noon("2031-02-05"), zone: "UTC" };
		const clock = vi.spyOn(Date, "now").mockReturnValue(moment.now);
		const get = vi.fn((name: string) => bindings.SALTS.get(name));
		const salts = { get, put: (name: string, salt: string) => bindings.SALTS.put(name, salt) } as unknown as KVNamespace;
		vi.resetModules();
		const server = await import("#worker/lib/visitor.ts");
		const first = await server.identify(salts, network(), moment);
		get.mockClear();
		clock.mockReturnValue(moment.now + 1000);
		const all = await Promise.all(Array.from({ length: 20 }, () => server.identify(salts, network(), moment)));
		expect(all).toEqual(all.map(() => first));
		expect(get).toHaveBeenCalledOnce();
		clock.mockRestore();
	});

	it("has its salt in KV only, with an hour beyond its day to live", async () => {
		const put = vi.fn<(key: string, value: string, options?: { expirationTtl?: number }) => Promise<void>>(async () => undefined);
		const salts = { get: async () => null, put } as unknown as KVNamespace;
		const salt = await ensureSalt(salts, "2031-03-01", { now: Date.parse("2031-03-01T23:00:00Z"), zone: "UTC" });
		expect(put.mock.calls).toEqual([["salt:2031-03-01", salt, { expirationTtl: 2 * 3600 }]]);
		await ensureSalt(salts, "2031-03-01", { now: Date.parse("2031-03-02T00:59:59Z"), zone: "UTC" });
		expect(put.mock.calls[1]?.[2]).toEqual({ expirationTtl: 60 });
		expect(salt).toMatch(/^[\w-]{43}$/);
	});

	it("has today's and tomorrow's salt made by cron, once", async () => {
		const today = new Date().toISOString().slice(0, 10);
		await handleCron(makeEnv(), Date.now());
		const first = await bindings.SALTS.get(saltName(today));
		await handleCron(makeEnv(), Date.now());
		expect(await bindings.SALTS.get(saltName(today))).toBe(first);
		const { keys } = await bindings.SALTS.list({ prefix: saltName(today) });
		expect(keys[0]?.expiration).toBeGreaterThan(Date.now() / 1000);
		expect(await bindings.SALTS.get(saltName(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)))).toMatch(/^[\w-]{43}$/);
	});
});

describe("a sender's network", () => {
	it.each([
		["203.0.113.9", "203.0.113"],
		["::ffff:203.0.113.9", "203.0.113"],
		["::FFFF:203.0.113.9", "203.0.113"],
		["2001:db8:85a3:1:2:8a2e:370:7334", "2001:db8:85a3"],
		["2001:0DB8:0000:0001::1", "2001:db8:0"],
		["2001:db8::1", "2001:db8:0"],
		["fe80::1", "fe80:0:0"],
		["::1", "0:0:0"],
		["unknown", "unknown"],
	])("of %s is %s", (address, prefix) => expect(networkPrefix(address)).toBe(prefix));

	const from = (url: string, mode: string) =>
		readNetwork(new Request(url, { headers: { "cf-connecting-ip": "198.51.100.1", "x-dev-network": "203.0.113.1" } }), { MODE: mode }).prefix;

	it("comes from Cloudflare when deployed and from X-Dev-Network in development on a loopback address", () => {
		expect(from("https://centre.example/", "production")).toBe("198.51.100");
		expect(from("http://localhost:8787/", "production")).toBe("198.51.100");
		expect(from("https://centre.example/", "development")).toBe("198.51.100");
		expect(from("https://localhost.evil.example/", "development")).toBe("198.51.100");
		for (const host of ["localhost", "127.0.0.1:8787", "[::1]:8787"]) expect(from(`http://${host}/`, "development")).toBe("203.0.113");
	});

	it("is this machine's in development when none is named", () => {
		expect(readNetwork(new Request("http://localhost/", { headers: { "cf-connecting-ip": "198.51.100.1" } }), { MODE: "development" }).prefix).toBe("127.0.0");
		expect(isDevelopment({ MODE: "Development" }, new URL("http://localhost/"))).toBe(false);
	});

	it("cannot be chosen by a client of a deployed Worker", async () => {
		const at = "https://centre.example";
		const chrome = (version: number) => `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
		const cast = (headers: Record<string, string>) =>
			post("/api/votes", makeVote(), { at, env: { MODE: "production" }, headers: { "cf-connecting-ip": "203.0.113.200", ...headers } });
		for (let version = 100; version < 131; version++) await cast({ "user-agent": chrome(version) });
		expect(await count("votes")).toBe(30);
		await expectProblem(await cast({ "x-dev-network": "10.99.1.1" }), 403, "forbidden");
		await expectProblem(await cast({ "x-dev-clock": "0" }), 403, "forbidden");
	});

	it("cannot be chosen by Cloudflare's header in development", async () => {
		for (let index = 0; index < 31; index++) await vote({}, { "user-agent": `Browser/${index}`, "cf-connecting-ip": `10.98.${index}.1` });
		expect(await count("votes")).toBe(30);
		expect((await call("/api/health")).status).toBe(200);
	});
});
