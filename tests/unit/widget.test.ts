import { describe, expect, it } from "vitest";
import { ticketSchema } from "#contract/tickets.ts";
import { bodyTree } from "#site/lib/body-tree.ts";
import { articleTree } from "#site/lib/widget/article-tree.ts";
import { widgetSchema } from "#site/schemas/widget.ts";
import { readableAs, readableOn } from "#site/widget/colours.ts";
import { fitsPath, ruleFor } from "#site/widget/match.ts";
import { chooseLocale, readOptions } from "#site/widget/launcher/options.ts";
import { faultOf, readClaims } from "#site/widget/panel/identity.ts";
import { createSettler } from "#site/widget/panel/settle.ts";
import { buildSending, type Written } from "#site/widget/panel/ticket.ts";
import type { TrailEntry } from "#contract/tickets.ts";
import { isListed } from "#worker/lib/widget-origin.ts";

describe("a path of the product", () => {
	it.each([
		["/reports/*", "/reports/2026", true],
		["/reports/*", "/reports/", true],
		["/reports/*", "/reports", false],
		["/reports*", "/reports", true],
		["/reports/*/export", "/reports/a/b/export", true],
		["/reports/*/export", "/reports/export", false],
		["/a*a", "/a", false],
		["/", "/", true],
		["/", "/x", false],
		["*", "/anything", true],
		["/a.c", "/abc", false],
	])("fits %s: %s → %s", (pattern, path, fits) => expect(fitsPath(path, pattern)).toBe(fits));

	it("is compared in a time that grows with its length only", () => {
		expect(fitsPath(`/${"a".repeat(20_000)}`, `/${"*a".repeat(90)}*b`)).toBe(false);
	});

	it("is the one behind # where the product has one page, and the first rule counts", () => {
		const rules = [{ path: "/reports/x" }, { path: "/reports/*" }, { path: "/" }];
		expect(ruleFor({ pathname: "/", hash: "#/reports/x?y=1" }, rules)).toBe(rules[0]);
		expect(ruleFor({ pathname: "/", hash: "#section" }, rules)).toBe(rules[2]);
		expect(ruleFor({ pathname: "/nowhere", hash: "" }, rules)).toBeUndefined();
	});
});

describe("the tag of the script", () => {
	it("counts what does not fit as absent, and tells who wrote it what would", () => {
		const told: string[] = [];
		expect(readOptions({ accent: "red;}", position: "top", theme: "pink", button: "" }, (words) => told.push(words))).toEqual({
			locale: "",
			topic: "",
			accent: "",
			position: "end",
			theme: "auto",
			button: true,
			identity: "",
		});
		expect(told).toMatchInlineSnapshot(`
			[
			  "data-theme="pink" counts as absent. Do: write auto, light or dark, or leave it out.",
			  "data-accent="red;}" counts as absent. Do: write a colour such as #0b6e4f, or leave it out.",
			  "data-position="top" counts as absent. Do: write start or end, or leave it out.",
			]
		`);
		const sound = { accent: "#0B6e4f", position: "start", theme: "dark", button: "none" };
		expect(readOptions(sound, expect.unreachable)).toMatchObject({ accent: "#0B6e4f", position: "start", theme: "dark", button: false });
	});

	it("gets the language that fits best", () => {
		const known = ["en", "de", "pt-BR"];
		expect(["de-AT", "PT-br", "pt", "fr", ""].map((wanted) => chooseLocale(wanted, known, "en"))).toEqual(["de", "pt-BR", "en", "en", "en"]);
	});
});

describe("an article for the panel", () => {
	const tree = (html: string) => articleTree(bodyTree(html), (path) => (path === "/a/b/" ? { id: "a/b", locale: "en" } : null));

	it("keeps words, structure and places, and drops what runs or only works on the page", () => {
		expect(
			tree(
				'<h2 id="x" onclick="evil()" style="color:red">Title</h2><script>evil()</script><p>Text <strong>here</strong><button>Copy</button></p><svg><a href="javascript:evil()">x</a></svg><custom-tag>words</custom-tag>',
			),
		).toEqual([["h2", { id: "x" }, "Title"], ["p", 0, "Text ", ["strong", 0, "here"]], "words"]);
	});

	it("leads to other articles in the panel, and nowhere else than links may lead", () => {
		expect(
			tree(
				'<a href="/a/b/#c%20d">in</a><a href="javascript:evil()">no</a><a href="//evil.example">no</a><a href="https://x.example">out</a><a href="/contact/">page</a>',
			),
		).toEqual([
			["a", { href: "/a/b/#c%20d", "data-article": "a/b", "data-locale": "en", "data-at": "c d" }, "in"],
			["a", 0, "no"],
			["a", 0, "no"],
			["a", { href: "https://x.example" }, "out"],
			["a", { href: "/contact/" }, "page"],
		]);
	});

	it("shows pictures of the centre and of https, else their words", () => {
		expect(
			tree('<picture><source srcset="/x.avif"><img src="/_astro/x.png" alt="A" onerror="evil()"></picture><img src="data:image/svg+xml,x" alt="B">'),
		).toEqual([["img", { src: "/_astro/x.png", alt: "A" }], "B"]);
	});

	it("survives an address that cannot be decoded", () => expect(tree('<a href="/a/b/#%E0%A4%A">x</a>')).toHaveLength(1));
});

describe("a colour", () => {
	it("has words on it that can be read", () => expect([readableOn("#0b6e4f"), readableOn("#ffe14d")]).toEqual(["#ffffff", "#101418"]));
	it("gives way to the centre's own where it cannot be read on the panel", () => {
		expect([readableAs("#0b6e4f", "light", "#111111"), readableAs("#ffe14d", "light", "#111111")]).toEqual(["#0b6e4f", "#111111"]);
	});
});

describe("a signed identity", () => {
	const token = (claims: unknown) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.y`;
	it("fills in the form", () =>
		expect(readClaims(token({ email: "zoë@x.example", name: "Zoë", tier: "free" }))).toEqual({ email: "zoë@x.example", name: "Zoë", company: "" }));
	it("is explained to who made it, where the Worker would not take it", () => {
		const now = Date.UTC(2026, 0, 1);
		const centre = "https://help.example.com";
		const sound = { email: "kim@x.example", name: "Kim", tier: "free", aud: centre, exp: now / 1000 + 1800 };
		const fault = (claims: object, alg = "HS256") => {
			const [head, body] = [{ alg }, { ...sound, ...claims }].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
			return faultOf(`${head}.${body}.y`, centre, now);
		};
		expect(fault({})).toBeNull();
		expect(fault({ aud: [centre] })).toBeNull();
		expect(
			[
				fault({}, "RS256"),
				fault({ aud: `${centre}/` }),
				fault({ exp: undefined }),
				fault({ exp: now / 1000 }),
				fault({ exp: now + 1800 }),
				fault({ name: undefined }),
				fault({ tier: "gold" }),
				fault({ company: "x".repeat(5000) }),
				faultOf("a.b", centre, now),
			].map(String),
		).toMatchInlineSnapshot(`
			[
			  "it is no JWT that is signed with HS256",
			  "its aud must be "https://help.example.com", letter by letter",
			  "its exp is missing: seconds since 1970, at most an hour away",
			  "it has ended. Give a new one to TierZero.identify() in time",
			  "its exp is more than an hour away, or not in seconds",
			  "it has no email or no name",
			  "its tier must be one of enterprise, business, professional, starter, free",
			  "it is longer than 4096 characters",
			  "it is no JWT that is signed with HS256",
			]
		`);
	});
	it("says nothing where it is none", () => {
		for (const broken of ["", "a", "a.b.c", token(null), token({ name: 1 })]) expect(readClaims(broken)).toEqual({ name: "", email: "", company: "" });
	});
});

describe("a message of the panel", () => {
	const written: Written = {
		...{ subject: "Rows refused", description: "Every row is refused.", category: "data-issues", name: "Kim", email: "kim@x.example" },
		...{ affected: "one", impairment: "minor", risk: "none" },
	};
	const trail: TrailEntry[] = [
		{ kind: "article", article: "a/b", title: "First" },
		{ kind: "article", article: "a/c", title: "Second" },
		{ kind: "vote", article: "a/c", helpful: "no" },
	];
	const along = { key: crypto.randomUUID(), identity: "", locale: "en", timeZone: "Europe/London", contact: crypto.randomUUID(), trail, lost: null };

	it("is what the Worker takes, with the trail and the article that was read last", () => {
		const { ticket } = buildSending(written, along);
		expect(ticketSchema.parse(ticket)).toMatchObject({ subject: "Rows refused", article: "a/c", trail, locale: "en", key: along.key });
		expect(ticket).not.toHaveProperty("identity");
	});

	it("goes without what came along by itself where that does not fit", () => {
		const { words } = buildSending(written, { ...along, identity: "x" });
		expect(words).toEqual({ key: along.key, locale: "en", ...written });
	});

	it("takes no identity along that the Worker would refuse for its length", () => {
		expect(buildSending(written, { ...along, identity: "x".repeat(5000) }).ticket).not.toHaveProperty("identity");
	});
});

describe("a search of the panel", () => {
	function session() {
		const events: unknown[] = [];
		let trail: TrailEntry[] = [];
		return {
			events,
			trail: () => trail,
			record: (event: object) => (events.push(event), `id-${events.length}`),
			remember: (entry: TrailEntry) => void (trail = [...trail, entry]),
			forget: (entry: TrailEntry) => void (trail = trail.filter((other) => other !== entry)),
		};
	}
	const found = { answered: true, results: [] };

	it("counts once, and a longer one takes the place of the one that it extends", () => {
		const visit = session();
		let now = 0;
		const { settle } = createSettler(visit, () => now);
		expect(settle("Import", found)).toBe("id-1");
		expect(settle("import", found)).toBe("id-1");
		expect(settle("import rejected", found)).toBe("id-2");
		expect(visit.events[1]).toMatchObject({ query: "import rejected", replaces: "id-1", source: "widget" });
		expect(visit.trail()).toEqual([{ kind: "search", query: "import rejected", results: 0 }]);
		now = 40_000;
		settle("import rejected again", found);
		expect(visit.trail()).toHaveLength(2);
		expect(settle("x", found)).toBeNull();
	});

	it("leaves a question to the trail's entry of its answer", () => {
		const visit = session();
		createSettler(visit).settle("How do I import values?", found, "ask");
		expect(visit.events).toMatchObject([{ type: "search_settled", source: "ask" }]);
		expect(visit.trail()).toEqual([]);
	});

	it("gives way to the answer box, asked for the same words, unless a result was used", () => {
		const visit = session();
		const { settle, click } = createSettler(visit);
		const searched = settle("Why was it refused", found);
		expect(settle("why was it refused", { answered: false, results: [] }, "ask")).toBe("id-2");
		expect(visit.events[1]).toMatchObject({ source: "ask", results: 0, replaces: searched });
		expect(settle("why was it refused", found)).toBe("id-2");
		const other = settle("Import rejected", found);
		click(other, "data-entry/import", 1, "opened");
		expect(settle("import rejected", found, "ask")).toBe(other);
		click(null, "data-entry/import", 1, "opened");
		expect(visit.events).toHaveLength(4);
	});
});

describe("widget.yml", () => {
	it.each([
		"http://app.example.com",
		"https://app.example.com/",
		"https://app.example.com/x",
		"https://*.com",
		"https://*",
		"*",
		"null",
		"https://a.*.example.com",
		"https://App.example.com",
		"https://app.example.com:443",
	])("takes no origin that would open more than is meant, or nothing: %s", (origin) =>
		expect(widgetSchema.safeParse({ origins: [origin] }).success).toBe(false),
	);
	it.each(["https://app.example.com", "https://*.example.com", "https://app.example.com:8443", "http://localhost:3000"])("takes %s", (origin) => {
		expect(widgetSchema.safeParse({ origins: [origin] }).success).toBe(true);
	});
	it("may be absent", () => expect(widgetSchema.parse(undefined)).toEqual({ origins: [], pages: [], tips: {} }));
});

it("knows an origin of a list letter by letter", () => {
	expect(isListed("https://a.example.com", ["https://*.example.com"])).toBe(true);
	expect(isListed("https://.example.com", ["https://*.example.com"])).toBe(false);
	expect(isListed("https://example.com", ["https://*.example.com"])).toBe(false);
});

// `WIDGET_ORIGINS` is no file that anything checks.
it.each([
	["*", "null"],
	["null", "null"],
	["https://*", "https://evil"],
	["https://app*", "https://app-evil"],
	["https://*example.com", "https://evilexample.com"],
	["https://*.com", "https://evil.com"],
	["https://app.*.com", "https://app.evil.com"],
	["https://app.example.*", "https://app.example.evil"],
	["https://*.*.example.com", "https://a.b.example.com"],
	["*://app.example.com", "ftp://app.example.com"],
	["https://*.example.com", "https://a.example.com:8443"],
	["https://*.example.com:8443", "https://a.example.com"],
])("takes no star that opens more than one name: %s for %s", (entry, origin) => expect(isListed(origin, [entry])).toBe(false));
