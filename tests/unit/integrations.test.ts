import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { contentPolicy, writeHeaders } from "#site/integrations/headers.ts";
import { collectRedirects, writeRedirects } from "#site/integrations/redirects.ts";

const sound = resolve(import.meta.dirname, "../fixtures/content-sound");
const temporary = mkdtempSync(join(tmpdir(), "integrations-"));
afterAll(() => rmSync(temporary, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const hashOf = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const directive = (policy: string, name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `));

describe("the content policy", () => {
	it("allows nothing inline where nothing is inline", () => {
		expect(contentPolicy(["<p>Hello</p>"])).toBe(
			"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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

	it("is written as one header of every file and returned for the Worker", () => {
		const out = join(temporary, "headers");
		mkdirSync(join(out, "a"), { recursive: true });
		writeFileSync(join(out, "index.html"), "<script>a()</script>");
		writeFileSync(join(out, "a/index.html"), "<script>b()</script>");
		const policy = writeHeaders(out);
		const headers = readFileSync(join(out, "_headers"), "utf8");
		expect(policy).toContain(hashOf("a()"));
		expect(policy).toContain(hashOf("b()"));
		expect(headers).toContain(`/*\n  Content-Security-Policy: ${policy}\n  X-Content-Type-Options: nosniff\n`);
		expect(headers).toContain("  Strict-Transport-Security: max-age=63072000; includeSubDomains\n");
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
		writeRedirects(folder);
		return readFileSync(join(folder, "_redirects"), "utf8")
			.split("\n")
			.filter((line) => line !== "");
	}

	const withFields = (fields: string) => (text: string) => text.replace(/^---\n/, `---\n${fields}\n`);

	it("come from redirects.yml and from the articles", () => {
		const folder = centre("both", "- { from: /old-help/, to: /data-entry/faq/ }\n", {
			"data-entry/add-a-value.mdx": withFields("redirectFrom: [/add/, /values/new]"),
		});
		expect(collectRedirects(folder)).toEqual([
			{ from: "/old-help/", to: "/data-entry/faq/" },
			{ from: "/add/", to: "/data-entry/add-a-value/" },
			{ from: "/values/new", to: "/data-entry/add-a-value/" },
		]);
	});

	it("are written for the address with and without slash, for good", () => {
		expect(written(centre("slashes", "- { from: /old-help/, to: /data-entry/faq/ }\n- { from: /old, to: / }\n"))).toEqual([
			"/old-help /data-entry/faq/ 301",
			"/old-help/ /data-entry/faq/ 301",
			"/old / 301",
			"/old/ / 301",
		]);
	});

	it("are written once and never lead to themselves or from the home page", () => {
		expect(written(centre("loops", "- { from: /a, to: /a/ }\n- { from: /a/, to: /a/ }\n- { from: /, to: /data-entry/faq/ }\n"))).toEqual(["/a /a/ 301"]);
	});

	it("do not lead to drafts", () => {
		expect(collectRedirects(centre("drafts", "[]\n", { "data-entry/add-a-value.mdx": withFields("redirectFrom: [/add/]\ndraft: true") }))).toEqual([]);
	});

	it("are an empty file where there are none", () => {
		expect(written(centre("none", "# nothing yet\n"))).toEqual([]);
	});
});
