import { exports } from "cloudflare:workers";
import { expect, it } from "vitest";

async function visit(path: string): Promise<[number, string]> {
	const response = await exports.default.fetch(`https://centre.example${path}`);
	return [response.status, /<(?:h1|title)>(.*?)</.exec(await response.text())?.[1] ?? ""];
}

it("leaves an article that is called like another language's search where it is", async () => {
	expect(await visit("/data-entry/search/")).toEqual([200, "How do I search my data?"]);
});

it("has no search in a language that the centre does not have", async () => {
	expect(await visit("/xx/search/?q=import")).toEqual([404, "Page not found"]);
	expect(await visit("/en/search/?q=import")).toEqual([404, "Page not found"]);
});

it("answers at the address of search", async () => {
	expect(await visit("/search/?q=import")).toEqual([200, "Search"]);
});

it("lets browsers keep the search page, but not with words in it", async () => {
	const cached = async (path: string) => (await exports.default.fetch(`https://centre.example${path}`)).headers.get("cache-control");
	expect([await cached("/search/"), await cached("/search/?q=import")]).toEqual(["no-cache", "no-store"]);
});
