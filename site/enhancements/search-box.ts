import type { SearchBoxProps } from "#site/islands/search/SearchBox.tsx";

/**
 * The code of a search box is fetched when somebody touches, focuses or points at it, not before: most readers of an article never search,
 * and shall not pay for it. What could not be loaded is tried again at the next of these signs, or the next key; until then the box is a
 * plain form.
 */
const signs = ["focusin", "pointerenter", "touchstart", "keydown"] as const;

function loadOnUse(place: HTMLElement): void {
	function listen(): void {
		for (const sign of signs) place.addEventListener(sign, start, { passive: true });
	}
	async function start(): Promise<void> {
		for (const sign of signs) place.removeEventListener(sign, start);
		try {
			const { hydrateBox } = await import("#site/islands/search/on-use-box.tsx");
			hydrateBox(place, JSON.parse(place.dataset["searchBox"] ?? "") as SearchBoxProps);
		} catch {
			listen();
		}
	}
	listen();
	if (place.contains(document.activeElement)) void start();
}

for (const place of document.querySelectorAll<HTMLElement>("[data-search-box]")) loadOnUse(place);
