import type { ClientDirective } from "astro";

/**
 * `client:use`: an island's code is fetched when somebody touches, focuses or points at it, not before: most readers of an article
 * never search, and shall not pay for it. What could not be loaded is tried again at the next of these signs, or the next key;
 * until then the island is the plain page it was built as.
 */
const loadOnUse: ClientDirective = (load, _options, element) => {
	const signs = ["focusin", "pointerenter", "touchstart", "keydown"] as const;
	function listen(): void {
		for (const sign of signs) element.addEventListener(sign, start, { passive: true });
	}
	async function start(): Promise<void> {
		for (const sign of signs) element.removeEventListener(sign, start);
		try {
			const hydrate = await load();
			await hydrate();
		} catch {
			listen();
		}
	}
	listen();
	if (element.contains(document.activeElement)) void start();
};

export default loadOnUse;
