import { beforeEach, describe, expect, it } from "vitest";
import { redirectShard } from "#contract/old-addresses.ts";
import { bindings, call, moveToNewNetwork } from "./support.ts";

beforeEach(() => void moveToNewNetwork());

/** The site's files, with these old addresses; counts what was read. */
function assetsWith(redirects: Record<string, string>): { ASSETS: Fetcher; reads: string[] } {
	const shards = new Map<string, Record<string, string>>();
	for (const [key, to] of Object.entries(redirects)) shards.set(redirectShard(key), { ...shards.get(redirectShard(key)), [key]: to });
	const reads: string[] = [];
	const ASSETS = {
		fetch: (request: Request) => {
			const { pathname } = new URL(request.url);
			if (!pathname.startsWith("/_site/redirects/")) return bindings.ASSETS.fetch(request);
			reads.push(pathname);
			const shard = shards.get(pathname);
			return Promise.resolve(shard ? Response.json(shard) : new Response(null, { status: 404 }));
		},
	} as unknown as Fetcher;
	return { ASSETS, reads };
}

async function visit(path: string, redirects: Record<string, string>): Promise<[number, string | null]> {
	const { status, headers } = await call(path, { env: { ASSETS: assetsWith(redirects).ASSETS } });
	return [status, headers.get("location")];
}

describe("an old address", () => {
	const redirects = {
		"/old": "/data-entry/import/",
		"/Old/Page": "/data-entry/import/#capital",
		"/old/page": "/data-entry/import/#small",
		"/Ünï côde/x": "/data-entry/import/?from=old#top",
		"/constructor": "/",
	};

	it.each([
		["with a slash", "/old/", "/data-entry/import/"],
		["without a slash", "/old", "/data-entry/import/"],
		["in other capitals", "/OLD", "/data-entry/import/"],
		["in the capitals it had", "/Old/Page/", "/data-entry/import/#capital"],
		["in the capitals another one had", "/old/page", "/data-entry/import/#small"],
		["with escapes", "/%C3%9Cn%C3%AF%20c%C3%B4de/x/", "/data-entry/import/?from=old#top"],
		["with escapes that need not be there", "/%6fld", "/data-entry/import/"],
		["with a query", "/old/?a=1&b=x%20y", "/data-entry/import/?a=1&b=x+y"],
		["with a query, to a target that has one", "/%C3%9Cn%C3%AF%20c%C3%B4de/x?a=1", "/data-entry/import/?from=old&a=1#top"],
	])("%s leads on for good", async (_, path, location) => {
		expect(await visit(path, redirects)).toEqual([301, location]);
	});

	it("is asked for by HEAD, too, and never by POST", async () => {
		const env = { ASSETS: assetsWith(redirects).ASSETS };
		expect((await call("/old", { method: "HEAD", env })).status).toBe(301);
		expect((await call("/old", { method: "POST", env })).status).toBe(405);
	});

	it("is looked up in one file", async () => {
		const { ASSETS, reads } = assetsWith(redirects);
		await call("/old", { env: { ASSETS } });
		expect(reads).toEqual([redirectShard("/old")]);
	});

	it("is found among the files of the site", async () => {
		const response = await call("/MIXEDcase/page?x=1");
		expect([response.status, response.headers.get("location")]).toEqual([301, "/data-entry/import/?x=1"]);
	});

	it.each(["//evil.example/", "https://evil.example/", "/\\evil.example", "/%5Cevil.example", "/a\r\nset-cookie: x=1", "javascript:alert(1)"])(
		"never leads to %j, whoever wrote that",
		async (target) => {
			expect(await visit("/old", { "/old": target })).toEqual([404, null]);
		},
	);
});

describe("an address that never was", () => {
	it.each(["/nowhere", "/toString", "/__proto__", "/%E0%A4%A", "/_site/redirects/48.json", "/"])("%s stays the 404 page", async (path) => {
		expect((await visit(path, { "/old": "/data-entry/import/" }))[1]).toBeNull();
	});
});
