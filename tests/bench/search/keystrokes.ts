import type { Page } from "@playwright/test";

const firstWords = "how do i change";

/**
 * Types questions into the warm search box, and times each key that changes the suggestions: from the key's own time to the frame in
 * which they are painted. Keys that change nothing paint nothing.
 *
 * @returns milliseconds, one for each
 */
export async function measureKeystrokes(page: Page, site: string, questions: string[]): Promise<number[]> {
	await page.goto(site, { waitUntil: "networkidle" });
	const box = page.getByRole("searchbox").or(page.getByRole("combobox")).first();
	await box.click();
	await box.pressSequentially(firstWords, { delay: 40 });
	await page.getByRole("option").first().waitFor();
	await page.waitForLoadState("networkidle");
	await page.evaluate(watchKeys);
	for (const question of questions) {
		await box.fill("");
		await box.pressSequentially(question, { delay: 90 });
		await page.waitForTimeout(300);
	}
	const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
	await page.context().close();
	return times;
}

/** Runs in the page. */
function watchKeys(): void {
	const times: number[] = [];
	Object.assign(window, { keyTimes: times });
	let typedAt: number | null = null;
	document.addEventListener(
		"input",
		(event) => {
			// A box that was emptied is no key.
			typedAt = event.target instanceof HTMLInputElement && event.target.value === "" ? null : event.timeStamp;
		},
		true,
	);
	const list = document.querySelector("[role=listbox]")?.parentElement;
	if (!list) throw new Error("There is no list of suggestions.");
	new MutationObserver(() => {
		if (typedAt === null) return;
		const from = typedAt;
		typedAt = null;
		// The frame after the change is painted when the next one begins.
		requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
	}).observe(list, { subtree: true, childList: true, characterData: true });
}
