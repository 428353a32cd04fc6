import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { everyAnswer, trustedTypes } from "#contract/security-headers.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { expect, test } from "./fixtures.ts";
import type { Stack } from "./global-setup.ts";
import { observatoryScore } from "./observatory.ts";

// Nothing here is drawn: both projects would see the same.
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "asked once");

/** One kind of answer: what is asked, and what of the headers is its own. */
interface Kind {
	path: string;
	status: number;
	method?: string;
	headers?: Record<string, string>;
	body?: string;
	/** Other origins may show or read it. */
	foreign?: boolean;
	/** A page with the site's scripts. */
	page?: boolean;
}

const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
const article = "/account-and-billing/reset-your-password";

function ask({ url }: Stack, { path, method = "GET", headers = {}, body }: Kind): Promise<Response> {
	return fetch(`${url}${path}`, { method, headers: { "x-dev-network": "198.18.4.1", ...headers }, redirect: "manual", ...(body !== undefined && { body }) });
}

/** Address of one built file of a kind. Example: `_astro/*.css` */
function built(pattern: string): string {
	const [file] = globSync(pattern, { cwd: outFolder });
	if (file === undefined) throw new Error(`the build has no ${pattern}`);
	return `/${file}`;
}

/** An address that moved, from the static host's list. */
const moved = () => /^(\/\S+) \S+ 301$/m.exec(readFileSync(join(outFolder, "_redirects"), "utf8"))?.[1] ?? "";

const initialize = JSON.stringify({
	jsonrpc: "2.0",
	id: 1,
	method: "initialize",
	params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
});
const forMcp = { "content-type": "application/json", accept: "application/json, text/event-stream" };

const kinds: Record<string, () => Kind> = {
	"the home page": () => ({ path: "/", status: 200, page: true }),
	"an article": () => ({ path: `${article}/`, status: 200, page: true }),
	"a page of another language": () => ({ path: "/de/", status: 200, page: true }),
	"a page that is unchanged": () => ({ path: "/", status: 304 }),
	"a page without its slash": () => ({ path: article, status: 307 }),
	"an old address": () => ({ path: moved(), status: 301 }),
	"a page that is not there": () => ({ path: "/no/such/page/", status: 404, page: true }),
	"a page that is written to": () => ({ path: `${article}/`, method: "POST", status: 405 }),
	"the search page": () => ({ path: "/search/?q=import", status: 200, page: true }),
	"the contact page": () => ({ path: "/contact/", status: 200, page: true }),
	"the contact page, refused": () => ({
		path: "/contact/",
		method: "POST",
		headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", accept: "text/html" },
		body: "leave_empty=x",
		status: 422,
		page: true,
	}),
	"a status page that is not there": () => ({ path: "/status/none", headers: { accept: "text/html" }, status: 404, page: true }),
	"a problem, explained": () => ({ path: "/problems/invalid", headers: { accept: "text/html" }, status: 200, page: true }),
	"the manager's page, refused": () => ({ path: "/manage", headers: { accept: "text/html" }, status: 403, page: true }),
	"a script": () => ({ path: built("_astro/*.js"), status: 200 }),
	"a style": () => ({ path: built("_astro/*.css"), status: 200 }),
	"a font": () => ({ path: built("_astro/*.woff2"), status: 200 }),
	"a picture": () => ({ path: built("_astro/*.webp"), status: 200, foreign: true }),
	"a picture for links": () => ({ path: built("og/**/*.png"), status: 200, foreign: true }),
	"the service worker": () => ({ path: "/sw.js", status: 200 }),
	"the search index": () => ({ path: "/search-index/index.json", status: 200, foreign: true }),
	"the widget": () => ({ path: "/widget.js", status: 200, foreign: true }),
	"the widget, unchanged": () => ({ path: "/widget.js", status: 304, foreign: true }),
	"what the widget reads": () => ({ path: "/_widget/en.json", status: 200, foreign: true }),
	"an article as Markdown": () => ({ path: `${article}.md`, status: 200 }),
	"the list for machines": () => ({ path: "/llms.txt", status: 200 }),
	"the feed": () => ({ path: "/feed.atom", status: 200 }),
	"the map of the site": () => ({ path: "/sitemap-index.xml", status: 200 }),
	"the rules for robots": () => ({ path: "/robots.txt", status: 200 }),
	"the web app's manifest": () => ({ path: "/app.webmanifest", status: 200 }),
	"the API": () => ({ path: "/api/v1/categories", status: 200 }),
	"the API, unchanged": () => ({ path: "/api/v1/categories", status: 304 }),
	"the API's description": () => ({ path: "/api/v1/openapi.json", status: 200 }),
	"the API, asked for nothing it has": () => ({ path: "/api/v1/articles/none", status: 404 }),
	"the API, written to": () => ({ path: "/api/v1/articles", method: "POST", headers: json, body: "{}", status: 405 }),
	"the API, before it is asked": () => ({
		path: "/api/v1/search",
		method: "OPTIONS",
		headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
		status: 204,
	}),
	"an address that is none": () => ({ path: "/api/none", status: 404 }),
	health: () => ({ path: "/api/health", status: 200 }),
	"a promise": () => ({ path: "/api/promise?priority=P3", status: 200 }),
	"a vote that does not fit": () => ({ path: "/api/votes", method: "POST", headers: json, body: "{}", status: 422 }),
	"a vote that is no JSON": () => ({ path: "/api/votes", method: "POST", headers: json, body: "{", status: 400 }),
	"a vote of another type": () => ({ path: "/api/votes", method: "POST", headers: { ...json, "content-type": "text/plain" }, body: "{}", status: 415 }),
	"a vote that is too long": () => ({ path: "/api/votes", method: "POST", headers: json, body: " ".repeat(200_000), status: 413 }),
	"a vote of another site": () => ({ path: "/api/votes", method: "POST", headers: { ...json, "sec-fetch-site": "cross-site" }, body: "{}", status: 403 }),
	"a message of a desk, unsigned": () => ({ path: "/api/desk/practice", method: "POST", headers: json, body: "{}", status: 401 }),
	"a report, refused": () => ({ path: "/api/reports/overview", status: 403 }),
	"a ticket's file without its link": () => ({ path: "/files/t/none", status: 404 }),
	"an assistant that begins": () => ({ path: "/mcp", method: "POST", headers: forMcp, body: initialize, status: 200 }),
	"an assistant from a page": () => ({
		path: "/mcp",
		method: "POST",
		headers: { ...forMcp, origin: "https://elsewhere.example" },
		body: initialize,
		status: 403,
	}),
	"an assistant that sends no JSON": () => ({ path: "/mcp", method: "POST", headers: forMcp, body: "{", status: 400 }),
};

/** What is wrong with the headers of an answer. */
async function faultsOf(stack: Stack, kind: Kind): Promise<string[]> {
	const tag = kind.status === 304 ? (await ask(stack, kind)).headers.get("etag") : null;
	const response = await ask(stack, tag === null ? kind : { ...kind, headers: { "if-none-match": tag } });
	await response.body?.cancel();
	const header = (field: string) => response.headers.get(field) ?? "";
	const policy = header("content-security-policy");
	const own = { ...everyAnswer, ...(kind.foreign && { "cross-origin-resource-policy": "cross-origin" }) };
	const directives = ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", ...(kind.page ? trustedTypes : [])];
	return [
		...(response.status === kind.status ? [] : [`status ${response.status}`]),
		...Object.entries(own).flatMap(([field, value]) => (header(field) === value ? [] : [`${field}: ${header(field)}`])),
		...(/^(?:strict-origin-when-cross-origin|same-origin|no-referrer)$/.test(header("referrer-policy")) ? [] : ["referrer-policy"]),
		...directives.flatMap((directive) => (policy.split("; ").includes(directive) ? [] : [`policy without ${directive}`])),
		...(/unsafe-inline|'unsafe-eval'|[ ](?:https?:|\*)(?:[; ]|$)/.test(policy) ? [`loose policy: ${policy}`] : []),
		...["server", "x-powered-by", "via", "x-aspnet-version", "set-cookie"].flatMap((hint) => (header(hint) === "" ? [] : [`${hint}: ${header(hint)}`])),
		// What is text says in which letters; a stream of events is always in UTF-8.
		...(/^text\/(?!javascript|css|event-stream)/.test(header("content-type")) && !/charset=utf-8/i.test(header("content-type"))
			? [`content-type: ${header("content-type")}`]
			: []),
	];
}

test("every kind of answer carries the headers of safety, and tells nothing of the server", async ({ stack }) => {
	for (const [name, make] of Object.entries(kinds)) expect.soft(await faultsOf(stack, make()), name).toEqual([]);
});

test("an answer to a product's page is for its origin alone, and never with credentials", async ({ stack }) => {
	const preflight = (origin: string): Kind => ({
		path: "/api/events",
		method: "OPTIONS",
		headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
		status: 204,
	});
	const [product, stranger] = await Promise.all([ask(stack, preflight(stack.product)), ask(stack, preflight(stack.stranger))]);
	expect([product.status, product.headers.get("access-control-allow-origin")]).toEqual([204, stack.product]);
	expect(stranger.headers.get("access-control-allow-origin")).toBeNull();
	for (const { headers } of [product, stranger]) expect(headers.get("access-control-allow-credentials")).toBeNull();
});

test("the HTTP Observatory would give at least 125 points to every kind of page and to the API", async ({ stack, page, signIn }) => {
	await signIn(page);
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
	const scores: Record<string, number> = {};
	for (const path of ["/", `${article}/`, "/search/?q=import", "/contact/", "/manage", "/manage/search", "/api/v1/categories", "/api/health", "/ar/"]) {
		const response = await ask(stack, { path, status: 200, headers: { accept: "text/html", ...(path.startsWith("/manage") && { cookie }) } });
		expect([path, response.status]).toEqual([path, 200]);
		const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
		const { score, findings } = observatoryScore({
			headers: Object.fromEntries(response.headers),
			cookies: response.headers.getSetCookie(),
			...(isPage && { html: await response.text() }),
		});
		expect(findings.filter(({ points }) => points < 0).map(({ rule, result }) => `${path} ${rule}: ${result}`)).toEqual([]);
		scores[path] = score;
	}
	expect(Math.min(...Object.values(scores)), JSON.stringify(scores)).toBeGreaterThanOrEqual(125);
});

test("a page makes no HTML and no script of a text, and starts no worker but its own; Pagefind's is one", async ({ context }) => {
	// Not the page whose console must stay empty: what is refused is told there.
	const page = await context.newPage();
	// Words in quotes are looked for in the full text.
	await page.goto("/search/?q=%22reset+your+password%22");
	await expect.poll(() => page.workers().map((worker) => new URL(worker.url()).pathname)).toContain("/pagefind/pagefind-worker.js");
	const tries = {
		html: `document.body.innerHTML = "<p>planted</p>"`,
		frame: `document.createElement("iframe").srcdoc = "<p>planted</p>"`,
		address: `document.createElement("script").src = "/planted.js"`,
		worker: `new Worker("/planted.js")`,
		"worker of another site": `new Worker("https://evil.example/pagefind/pagefind-worker.js")`,
		policy: `trustedTypes.createPolicy("planted", {})`,
	};
	for (const [name, code] of Object.entries(tries)) {
		const refused = await page.evaluate(code).then(
			() => "taken",
			() => "refused",
		);
		expect([name, refused]).toEqual([name, "refused"]);
	}
	await expect(page.getByText("planted")).toHaveCount(0);
});
