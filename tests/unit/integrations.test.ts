import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { redirectFolder, redirectShard } from "#contract/old-addresses.ts";
import { everyAnswer, referrerPolicy } from "#contract/security-headers.ts";
import { listAddresses } from "#site/integrations/addresses.ts";
import { serveFiles, writeFiles } from "#site/integrations/files.ts";
import { contentPolicy, writeHeaders } from "#site/integrations/headers.ts";
import { withTurnstile } from "#worker/pages/turnstile-widget.ts";
import { collectRedirects, hostRules, writeRedirects } from "#site/integrations/redirects.ts";

const sound = resolve(import.meta.dirname, "../fixtures/content-sound");
const temporary = mkdtempSync(join(tmpdir(), "integrations-"));
afterAll(() => rmSync(temporary, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const hashOf = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const directive = (policy: string, name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `));

describe("the content policy", () => {
	it("allows nothing inline where nothing is inline", () => {
		expect(contentPolicy(["<p>Hello</p>"])).toBe(
			"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types tier-zero default",
		);
	});

	it("allows exactly the inline code of the pages, once each, in a fixed order", () => {
		const pages = [`<script>a()</script><style>p{}</style>`, `<script type="module">b()\n</script><script>a()</script>`];
		const hashes = [hashOf("a()"), hashOf("b()\n")].sort().join(" ");
		expect(directive(contentPolicy(pages), "script-src")).toBe(`script-src 'self' 'wasm-unsafe-eval' ${hashes}`);
		expect(directive(contentPolicy(pages), "style-src")).toBe(`style-src 'self' ${hashOf("p{}")}`);
		expect(contentPolicy([...pages].reverse())).toBe(contentPolicy(pages));
	});

	it("hashes the known text of the CSP specification as browsers do", () => {
		expect(contentPolicy([`<script>alert('Hello, world.');</script>`])).toContain("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
	});

	it.each([
		["scripts with an address", `<script src="/a.js"></script><script type="module" src="/b.js">\n</script>`],
		["data", `<script type="application/json">{}</script><script type="application/ld+json">{}</script>`],
		["empty elements", "<script> </script><style></style>"],
		["code that is shown", "<pre>&lt;script&gt;x()&lt;/script&gt;</pre>"],
	])("needs no hash for %s", (_, page) => {
		expect(contentPolicy([page])).not.toContain("sha256");
	});

	it("never allows all inline code or evaluation of text", () => {
		const policy = contentPolicy(["<script>a()</script><style>b{}</style>"]);
		expect(policy).not.toContain("unsafe-inline");
		expect(policy).not.toContain("'unsafe-eval'");
	});

	it("lets go of Trusted Types, and of nothing else, where Turnstile's script of another house runs", () => {
		const turnstile = " https://challenges.cloudflare.com";
		const ours = contentPolicy(["<script>a()</script>"]);
		const theirs = withTurnstile(ours);
		expect(theirs.replaceAll(turnstile, "")).toBe(ours.replace(/; require-trusted-types-for 'script'; trusted-types [a-z -]+$/, ""));
		for (const name of ["script-src", "frame-src", "connect-src"]) expect(directive(theirs, name)).toContain(turnstile);
		for (const name of ["default-src", "style-src", "img-src"]) expect(directive(theirs, name)).not.toContain(turnstile);
	});

	it("is written as one header of every file and returned for the Worker", () => {
		const out = join(temporary, "headers");
		mkdirSync(join(out, "a"), { recursive: true });
		writeFileSync(join(out, "index.html"), "<script>a()</script>");
		writeFileSync(join(out, "a/index.html"), "<script>b()</script>");
		const policy = writeHeaders(out);
		const headers = readFileSync(join(out, "_headers"), "utf8");
		expect(policy).toContain(hashOf("a()"));
		expect(policy).toContain(hashOf("b()"));
		expect(headers).toContain(`/*\n  Content-Security-Policy: ${policy}\n  Referrer-Policy: ${referrerPolicy}\n`);
		for (const [name, value] of Object.entries(everyAnswer)) expect(headers).toContain(`\n  ${name}: ${value}\n`);
		for (const line of headers.split("\n")) expect(line.length).toBeLessThan(2000);
	});
});

describe("redirects", () => {
	function centre(name: string, redirects: string, articles: Record<string, (text: string) => string> = {}): string {
		const folder = join(temporary, name);
		cpSync(sound, folder, { recursive: true });
		writeFileSync(join(folder, "data/redirects.yml"), redirects);
		for (const [path, change] of Object.entries({ "data-entry/add-a-value.mdx": (text: string) => text, ...articles })) {
			const file = join(folder, "articles/en", path);
			writeFileSync(file, change(readFileSync(file, "utf8").replace(/^redirectFrom:.*\n/m, "")));
		}
		return folder;
	}

	function written(folder: string): string[] {
		vi.stubEnv("KB_CONTENT", folder);
		for (const page of ["", "data-entry/faq", "data-entry/add-a-value", "reporting"]) {
			mkdirSync(join(folder, page), { recursive: true });
			writeFileSync(join(folder, page, "index.html"), "");
		}
		writeRedirects(folder);
		return readFileSync(join(folder, "_redirects"), "utf8")
			.split("\n")
			.filter((line) => line !== "");
	}

	/** What the Worker knows of an old address. */
	function lookedUp(folder: string, key: string): string | undefined {
		const file = join(folder, redirectShard(key));
		return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)[key] : undefined;
	}

	const withFields = (fields: string) => (text: string) => text.replace(/^---\n/, `---\n${fields}\n`);
	const list = (...redirects: [string, string][]) => redirects.map(([from, to]) => `- { from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }\n`).join("");

	it("come from redirects.yml and from the articles", () => {
		const folder = centre("both", "- { from: /old-help/, to: /data-entry/faq/ }\n", {
			"data-entry/add-a-value.mdx": withFields("redirectFrom: [/add/, /values/new]"),
		});
		expect(collectRedirects(folder).map(({ from, to }) => ({ from, to }))).toEqual([
			{ from: "/old-help/", to: "/data-entry/faq/" },
			{ from: "/add/", to: "/data-entry/add-a-value/" },
			{ from: "/values/new", to: "/data-entry/add-a-value/" },
		]);
	});

	it("are written for the address with and without slash, for good", () => {
		expect(written(centre("slashes", list(["/old-help/", "/data-entry/faq/"], ["/old", "/"])))).toEqual([
			"/old-help /data-entry/faq/ 301",
			"/old-help/ /data-entry/faq/ 301",
			"/old / 301",
			"/old/ / 301",
		]);
	});

	it("are written once, and lead straight to the end of a chain", () => {
		const folder = centre("chains", list(["/a", "/b/"], ["/b/", "/reporting/#x"], ["/a", "/b/"]));
		expect(written(folder)).toEqual(["/a /reporting/#x 301", "/a/ /reporting/#x 301", "/b /reporting/#x 301", "/b/ /reporting/#x 301"]);
		expect(lookedUp(folder, "/a")).toBe("/reporting/#x");
	});

	it("are escaped where the host would read something else, and left to the Worker where it would read a pattern", () => {
		const folder = centre("signs", list(["/Über uns/".replace(" ", "%20"), "/reporting/"], ["/a/*/b", "/reporting/"], ["/a/:id", "/reporting/"]));
		expect(written(folder)).toEqual(["/%C3%9Cber%20uns /reporting/ 301", "/%C3%9Cber%20uns/ /reporting/ 301"]);
		expect([lookedUp(folder, "/Über uns"), lookedUp(folder, "/a/*/b"), lookedUp(folder, "/a/:id")]).toEqual(["/reporting/", "/reporting/", "/reporting/"]);
	});

	it("of places on pages are for the pages, not for the host", () => {
		const folder = centre("places", list(["/reporting/#old", "/reporting/"]));
		expect(written(folder)).toEqual([]);
		expect(lookedUp(folder, "/reporting")).toBeUndefined();
	});

	it("beyond what the host takes are looked up by the Worker, 50,000 of them", { timeout: 30_000 }, () => {
		const folder = centre("many", list(...Array.from({ length: 50_000 }, (_, number): [string, string] => [`/old/${number}/`, "/reporting/"])));
		expect(written(folder)).toHaveLength(hostRules);
		expect(lookedUp(folder, "/old/0")).toBe("/reporting/");
		expect(lookedUp(folder, "/old/49999")).toBe("/reporting/");
		const files = readdirSync(join(folder, redirectFolder));
		expect(files).toHaveLength(256);
		for (const file of files) expect(statSync(join(folder, redirectFolder, file)).size).toBeLessThan(20_000);
	});

	it.each([
		["to another site", ["/a/", "//evil.example/"], 'redirects/address  the target "//evil.example/" leads to another site'],
		["with a scheme", ["/a/", "/https:\\\\evil.example"], "redirects/address"],
		["by a backslash", ["/a/", "/\\evil.example"], "leads to another site"],
		["by an escaped slash", ["/a/", "/%2Fevil.example"], "leads to another site"],
		["by one escaped twice", ["/a/", "/%252F/evil.example"], "leads to another site"],
		["with a line of their own", ["/a/", "/reporting/\r\n/b/ //evil.example"], "holds a control character"],
		["with an escaped line", ["/a/", "/reporting/%0A"], "holds a control character"],
		["with a space", ["/a/", "/reporting/ 200"], "holds a space"],
		["up and away", ["/a/", "/reporting/../../x/"], "holds a part of dots"],
		["in a circle", ["/a/", "/a"], "redirects/loop"],
		["to nothing", ["/a/", "/nowhere/"], "redirects/target"],
		["from a page", ["/reporting/", "/data-entry/faq/"], "redirects/source"],
		["from the API", ["/api/votes", "/data-entry/faq/"], "redirects/reserved"],
	] as const)("%s stop the build, and nothing is written", (name, redirect, message) => {
		const folder = centre(`refused-${name}`, list([redirect[0], redirect[1]]));
		expect(() => written(folder)).toThrow(message);
		expect(existsSync(join(folder, "_redirects"))).toBe(false);
	});

	it("do not lead to drafts", () => {
		expect(collectRedirects(centre("drafts", "[]\n", { "data-entry/add-a-value.mdx": withFields("redirectFrom: [/add/]\ndraft: true") }))).toEqual([]);
	});

	it("are an empty file where there are none", () => {
		expect(written(centre("none", "# nothing yet\n"))).toEqual([]);
	});
});

describe("the list of addresses", () => {
	it("has every page with the ids of its headings, every article by its id, and every old address", () => {
		const out = join(temporary, "addresses");
		for (const [page, html] of Object.entries({
			"": `<h2 id="no">x</h2><main><h1>y</h1><h2 class="z" id="topics">x</h2></main>`,
			"data-entry/faq": "",
			"worker-shell": "",
			"de/worker-shell": "",
		})) {
			mkdirSync(join(out, page), { recursive: true });
			writeFileSync(join(out, page, "index.html"), html);
		}
		vi.stubEnv("KB_CONTENT", sound);
		expect(listAddresses(out)).toEqual({
			addresses: {
				"/": { anchors: ["topics"] },
				"/add/": { anchors: [], to: "/data-entry/add-a-value/" },
				"/data-entry/faq/": { anchors: [] },
				"/old-help/": { anchors: [], to: "/data-entry/faq/" },
			},
		});
	});
});

describe("downloads", () => {
	it("come along as they are, and those of an earlier build go", () => {
		const folder = join(temporary, "with-files");
		const out = join(temporary, "files-out");
		cpSync(sound, folder, { recursive: true });
		mkdirSync(join(folder, "files/guides"), { recursive: true });
		writeFileSync(join(folder, "files/guides/prices.pdf"), "%PDF-1.4");
		mkdirSync(join(out, "files"), { recursive: true });
		writeFileSync(join(out, "files/old.pdf"), "%PDF-1.4");
		vi.stubEnv("KB_CONTENT", folder);
		writeFiles(out);
		expect(readFileSync(join(out, "files/guides/prices.pdf"), "utf8")).toBe("%PDF-1.4");
		expect(existsSync(join(out, "files/old.pdf"))).toBe(false);
	});

	it.each([["/files/../data/site.yml"], ["/files/%2e%2e/data/site.yml"], ["/files/"], ["/files/%zz"], ["/other"]])("nothing else is handed over: %s", (url) => {
		vi.stubEnv("KB_CONTENT", sound);
		const next = vi.fn();
		const request = Object.assign(new IncomingMessage(new Socket()), { url });
		serveFiles(request, new ServerResponse(request), next);
		expect(next).toHaveBeenCalledOnce();
	});
});
