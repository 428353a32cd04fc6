import { expect, it } from "vitest";
import { importedAndFound } from "./import-json.ts";

it("an imported Zendesk centre passes the check, builds, and its words are found", async () => {
	expect(await importedAndFound("zendesk", "cut back to a bud that looks outwards")).toBe("trees-tools/pruning/how-do-i-prune-an-apple-tree");
});
