import { expect, it } from "vitest";
import { treesOf } from "#worker/answers/trees.ts";
import type { Env } from "#worker/env.ts";

/** Assets that answer with one response after the other. */
function assetsOf(...responses: Response[]) {
	return { ASSETS: { fetch: async () => responses.shift() ?? new Response(null, { status: 500 }) } as unknown as Env["ASSETS"] };
}

const list = () => Response.json([{ article: "a/b", tree: "/a/b.tree.json" }]);

it("reads the list of guided troubleshooters once", async () => {
	const assets = assetsOf(list());
	expect(await treesOf(assets, "/once")).toEqual(new Map([["a/b", "/a/b.tree.json"]]));
	expect(await treesOf(assets, "/once")).toEqual(new Map([["a/b", "/a/b.tree.json"]]));
});

it("offers none where there is no list, and looks again after a failure", async () => {
	expect(await treesOf(assetsOf(new Response(null, { status: 404 })), "/none")).toEqual(new Map());
	const failing = assetsOf(new Response(null, { status: 503 }), list());
	expect(await treesOf(failing, "/failing")).toEqual(new Map());
	expect(await treesOf(failing, "/failing")).toEqual(new Map([["a/b", "/a/b.tree.json"]]));
});
