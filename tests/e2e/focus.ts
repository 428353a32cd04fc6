import { expect, type Locator, type Page } from "@playwright/test";

/**
 * What is wrong with the place of the focus: nothing has it, it is not in view, something covers it (WCAG 2.2, 2.4.11), or it has no
 * ring. The start of the page, where skip links lead, needs no ring.
 *
 * @returns null for nothing
 */
async function focusProblem(page: Page): Promise<string | null> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return "nothing has the focus";
		const what = element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
		if (element.matches("main")) return null;
		const box = element.getBoundingClientRect();
		const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
		const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
		if (right - left < 1 || bottom - top < 1) return `out of view: ${what}`;
		// Links that break over lines have a part for each.
		const parts = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
		const onTop = parts.some((part) =>
			[0.1, 0.5, 0.9].some((share) => {
				const [x, y] = [part.left + part.width / 2, part.top + part.height * share];
				const found = document.elementFromPoint(x, y);
				return found !== null && (element.contains(found) || found.contains(element) || found.closest("label")?.contains(element));
			}),
		);
		if (!onTop) return `covered by something: ${what}`;
		const ringed = [element, element.closest("form.search-box"), element.closest("label")].some((each) => {
			if (!each) return false;
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
			return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || (each !== element && boxShadow !== "none");
		});
		return ringed ? null : `no ring: ${what}`;
	});
}

/** Fails where the focus cannot be seen. */
export async function expectFocusSeen(page: Page): Promise<void> {
	await expect.poll(() => focusProblem(page)).toBeNull();
}

/** Presses Tab until something has the focus; at every stop on the way it must be seen. */
export async function tabTo(page: Page, target: Locator, most = 90): Promise<void> {
	for (let pressed = 0; pressed < most; pressed++) {
		await page.keyboard.press("Tab");
		// The browser's own frame is a stop of each round.
		if (await page.evaluate(() => document.activeElement === document.body)) continue;
		await expectFocusSeen(page);
		if (await target.evaluateAll((found) => found.some((each) => each === document.activeElement))) return;
	}
	throw new Error(`Tab never led to ${String(target)}`);
}
