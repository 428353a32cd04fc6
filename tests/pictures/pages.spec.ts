import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { accepting, baselines } from "./baselines.ts";
import { expect, test } from "./fixtures.ts";
import { lookAt } from "./look-at.ts";
import { modes } from "./modes.ts";
import { managerStates, states } from "./states.ts";

for (const state of states) {
	test(`${state.name} looks as reviewed, fits every width, and axe finds nothing in either theme`, async ({ page, seen }) => lookAt(page, state, seen));
}

test("this machine draws letters and fields as the one on which the baselines were recorded", ({ drawsAlike }) => {
	test.skip(!drawsAlike, "It does not (other fonts, or another Chromium), so no picture was compared; width, axe and sizes were. Record: CONTRIBUTING.md");
});

test("there is no baseline of what is gone", () => {
	const known = [...states, ...managerStates, ...modes].map(({ name }) => name);
	const strays = readdirSync(baselines, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !known.includes(entry.name));
	if (accepting) for (const { name } of strays) rmSync(join(baselines, name), { recursive: true });
	else expect(strays.map(({ name }) => name)).toEqual([]);
});
