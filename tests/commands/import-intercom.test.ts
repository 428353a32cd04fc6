import { expect, it } from "vitest";
import { importedAndFound } from "./import-json.ts";

it("an imported Intercom centre passes the check, builds, and its words are found", async () => {
	expect(await importedAndFound("intercom", "how many times do I mow a meadow")).toBe("meadows/mowing/when-do-i-mow-a-meadow");
});
