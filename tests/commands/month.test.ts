import { join } from "node:path";
import { expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { playMonth } from "../month/play.ts";
import { scratch } from "./command.ts";

it("tells the truth of three weeks of readers: every figure, the gaps, the rewrite, and the outage", { timeout: 240_000 }, async () => {
	const verdict = await playMonth({ seed: 6, vocabulary: "foundry", days: 21, visits: 45, site: outFolder, folder: join(scratch(), "month") });
	expect(verdict).toEqual({
		...{ found: 8, missed: [], wrong: expect.toSatisfy((wrong: string[]) => wrong.length <= 2) as string[] },
		...{ rewriteRight: true, outageIsIncident: true, outageIsGap: false, differences: [] },
	});
});
