import { test } from "./fixtures.ts";
import { lookAt } from "./look-at.ts";
import { managerStates } from "./states.ts";

for (const state of managerStates) {
	test(`${state.name} looks as reviewed, fits every width, and axe finds nothing in either theme`, async ({ page, seen, signIn }) => {
		await signIn(page);
		await lookAt(page, state, seen);
	});
}
