import { expect, it } from "vitest";
import { importedAndFound } from "./import-json.ts";

it("an imported Notion workspace passes the check, builds, and its words are found", async () => {
	expect(await importedAndFound("notion", "the second version brings foghorns", { damaged: false })).toBe("releases/version-2");
});
