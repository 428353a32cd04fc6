import { expect, it } from "vitest";
import { importedAndFound } from "./import-json.ts";

it("an imported Confluence space passes the check, builds, and its words are found", async () => {
	expect(await importedAndFound("confluence", "deeper page with the walrus export", { damaged: false })).toBe(
		"getting-started/error-codes/api/very-deep-deeper",
	);
});
