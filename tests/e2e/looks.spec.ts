import { expect, test } from "../pictures/fixtures.ts";
import { bringAbout } from "../pictures/look-at.ts";
import { states } from "../pictures/states.ts";
import { photograph } from "../pictures/still.ts";

// The few that would show first that something is broken; `npm run test:pictures` looks at all of them.
const few = ["home", "how-to", "search-results", "home-rtl"];

// As the pictures were taken.
test.use({ deviceScaleFactor: 1, hasTouch: false, colorScheme: "light" });

for (const state of states.filter(({ name }) => few.includes(name))) {
	test(`${state.name} looks as reviewed`, async ({ page, seen, viewport }) => {
		await bringAbout(page, state);
		expect(await seen(`${state.name}/${viewport?.width ?? 0}-light`, await photograph(page))).toBeNull();
	});
}
