import { expect, test } from "./fixtures.ts";
import { axeFindings, bringAbout, overflow } from "./look-at.ts";
import { modes, triedIn } from "./modes.ts";
import { states } from "./states.ts";
import { photograph } from "./still.ts";

for (const { name: mode, options, set } of modes) {
	test.describe(mode, () => {
		test.use(options);
		for (const state of triedIn(states)) {
			test(`${state.name} looks as reviewed, fits, and axe finds nothing`, async ({ page, seen }) => {
				await bringAbout(page, state);
				await set?.(page);
				const difference = await seen(`${mode}/${state.name}`, await photograph(page));
				expect([...(difference ? [difference] : []), ...(await overflow(page)), ...(await axeFindings(page))]).toEqual([]);
			});
		}
	});
}

test.describe("with reduced motion", () => {
	test.use({ contextOptions: { reducedMotion: "reduce" } });
	for (const state of triedIn(states)) {
		test(`nothing moves on ${state.name}`, async ({ page }) => {
			await bringAbout(page, state);
			const moving = await page.evaluate(() =>
				[...document.querySelectorAll("*")]
					.filter((element) => {
						const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
						return (
							[transitionDuration, animationDuration].some((duration) => duration.split(",").some((part) => parseFloat(part) > 0)) ||
							scrollBehavior === "smooth"
						);
					})
					.map((element) => element.outerHTML.slice(0, 100)),
			);
			expect(moving).toEqual([]);
		});
	}
});
