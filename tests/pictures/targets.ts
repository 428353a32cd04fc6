import type { Page } from "@playwright/test";

/**
 * What is smaller than 24 × 24 px and stands too close to others to be hit with a finger (WCAG 2.2, 2.5.8). Links in a line of text are
 * excepted, as there.
 *
 * @returns a line for each: its HTML and its size
 */
export async function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const least = 24;
		const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option], [role=slider], [role=button]";

		/** A box is hit by its label, too. */
		function partsOf(element: Element): Element[] {
			return element instanceof HTMLInputElement && /checkbox|radio|file/.test(element.type) ? [element, ...(element.labels ?? [])] : [element];
		}

		function boxOf(element: Element): DOMRect {
			const boxes = partsOf(element).map((part) => part.getBoundingClientRect());
			const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
			return new DOMRect(left, top, Math.max(...boxes.map((box) => box.right)) - left, Math.max(...boxes.map((box) => box.bottom)) - top);
		}

		function isSeen(element: Element): boolean {
			const { width, height } = element.getBoundingClientRect();
			return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1 && !element.closest(".visually-hidden");
		}

		/** A link with words before or behind it in its own line. */
		function isInText(element: Element): boolean {
			if (!element.matches("a, button.link") || !getComputedStyle(element).display.startsWith("inline")) return false;
			const block = element.closest("p, li, td, th, dd, dt, label, legend, small, h1, h2, h3, figcaption, blockquote");
			const own = element.textContent.trim();
			return block !== null && block.textContent.trim().length > own.length + 1;
		}

		const targets = [...document.querySelectorAll(selector)].filter(isSeen).map((element) => ({ element, box: boxOf(element) }));
		const isSmall = ({ width, height }: DOMRect) => Math.round(width * 10) / 10 < least || Math.round(height * 10) / 10 < least;

		/** Whether the circle around a small target reaches another target, or the circle of another small one. */
		function isCrowded({ element, box }: (typeof targets)[number]): boolean {
			const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
			return targets.some(({ element: other, box: near }) => {
				if (other === element || other.contains(element) || element.contains(other)) return false;
				const [dx, dy] = isSmall(near)
					? [x - (near.left + near.width / 2), y - (near.top + near.height / 2)]
					: [Math.max(near.left - x, 0, x - near.right), Math.max(near.top - y, 0, y - near.bottom)];
				return Math.hypot(dx, dy) < (isSmall(near) ? least : least / 2);
			});
		}

		return targets
			.filter((target) => isSmall(target.box) && !isInText(target.element) && isCrowded(target))
			.map(({ element, box }) => `${element.outerHTML.replace(/\s+/g, " ").slice(0, 120)} (${Math.round(box.width)} × ${Math.round(box.height)})`);
	});
}
