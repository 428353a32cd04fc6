import type { ClientDirective } from "astro";

/** `client:use`: an island's code is fetched when somebody touches, focuses or points at it, not before. */
const loadOnUse: ClientDirective = (load, _options, element) => {
	const signs = ["focusin", "pointerenter", "touchstart"] as const;
	async function start(): Promise<void> {
		for (const sign of signs) element.removeEventListener(sign, start);
		const hydrate = await load();
		await hydrate();
	}
	for (const sign of signs) element.addEventListener(sign, start, { passive: true });
	if (element.contains(document.activeElement)) void start();
};

export default loadOnUse;
