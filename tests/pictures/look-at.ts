import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import type { State } from "./states.ts";
import { neutralise, photograph } from "./still.ts";
import { smallTargets } from "./targets.ts";

/** Each width, with the height of such a screen. */
const sizes = [
	{ width: 320, height: 844 },
	{ width: 390, height: 844 },
	{ width: 768, height: 900 },
	{ width: 1440, height: 900 },
];

/** Where axe looks: a narrow and a wide layout. */
const axeWidths = [390, 1440];

export const themes = ["light", "dark"] as const;

/** Compares a screenshot with its baseline, and says what is wrong. */
export type Seen = (name: string, screenshot: Buffer) => Promise<string | null>;

/** Everything that axe finds on a page as it is, by all of its rules. */
export async function axeFindings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => {
		const first = nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
		return `axe: ${id}: ${first.join(" | ")}`;
	});
}

/** How many pixels a page is wider than its screen, as a finding. */
export async function overflow(page: Page): Promise<string[]> {
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	return beyond > 0 ? [`${beyond} px wider than the screen`] : [];
}

/** Opens a page and brings it into its state. */
export async function bringAbout(page: Page, { path, before, ready, status = 200 }: State): Promise<void> {
	await before?.(page);
	expect((await page.goto(path))?.status()).toBe(status);
	await ready?.(page);
	// What the page asks the Worker for (promised times, topics, hours) is part of the picture.
	await page.waitForLoadState("networkidle");
	await neutralise(page);
}

/** Looks at a state in each theme at each width, without loading it anew: pictures, width, axe, and what is too small to hit. */
export async function lookAt(page: Page, state: State, seen: Seen): Promise<void> {
	const problems: string[] = [];
	await page.setViewportSize({ width: 1440, height: 900 });
	await bringAbout(page, state);
	for (const colorScheme of themes) {
		await page.emulateMedia({ colorScheme });
		for (const size of sizes) {
			await page.setViewportSize(size);
			const where = `${state.name}/${size.width}-${colorScheme}`;
			const difference = await seen(where, await photograph(page));
			const findings = [
				...(await overflow(page)),
				...(axeWidths.includes(size.width) ? await axeFindings(page) : []),
				...(size.width === 390 && colorScheme === "light" ? (await smallTargets(page)).map((target) => `too small to hit: ${target}`) : []),
			];
			problems.push(...(difference ? [difference] : []), ...findings.map((finding) => `${where}: ${finding}`));
		}
	}
	expect(problems).toEqual([]);
}
