import type { Page } from "@playwright/test";
import type { ServedSite } from "../lib/serve-site.ts";

/** Bytes of the bodies as they were sent (compressed), for one first search; those of Pagefind's own worker included. */
export interface ColdSearch {
	/** Scripts fetched since the box was focused, without React's runtime. */
	code: number;
	/** React and its DOM renderer. */
	react: number;
	index: number;
	fullText: number;
	requests: number;
}

/** The chunk that holds React's renderer is the one with its name for fibres in it. */
const reactSign = "__reactFiber$";

/** Opens the home page, waits until it is quiet, then searches for words in the box and counts what is sent until suggestions stand. */
export async function measureColdBytes(page: Page, site: ServedSite, words: string): Promise<ColdSearch> {
	await page.goto(site.url, { waitUntil: "networkidle" });
	site.sent.clear();
	const box = page.getByRole("searchbox").or(page.getByRole("combobox")).first();
	await box.click();
	await page.waitForLoadState("networkidle");
	await box.pressSequentially(words, { delay: keyMs });
	await page.getByRole("option").first().waitFor();
	await page.waitForLoadState("networkidle");
	// Full text is asked when the words rest.
	await page.waitForTimeout(1000);
	const found: ColdSearch = { code: 0, react: 0, index: 0, fullText: 0, requests: site.sent.size };
	for (const [path, size] of site.sent) {
		if (path.startsWith("/search-index/")) found.index += size;
		else if (path.startsWith("/pagefind/")) found.fullText += size;
		else if (path.startsWith("/_astro/")) found[(await holdsReact(site.url + path)) ? "react" : "code"] += size;
	}
	await page.context().close();
	return found;
}

/** A quick typist's time between two keys. */
const keyMs = 120;

const known = new Map<string, Promise<boolean>>();

function holdsReact(address: string): Promise<boolean> {
	const looked = known.get(address) ?? fetch(address).then(async (response) => (await response.text()).includes(reactSign));
	known.set(address, looked);
	return looked;
}
