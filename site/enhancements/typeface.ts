/**
 * Fetches the centre's own typeface once everything else of the first page is there, for the pages after it: on a slow line it would take
 * the place of the words. A page never changes its letters while it is read.
 */
const key = "typeface";

async function fetchTypeface(): Promise<void> {
	try {
		if (localStorage.getItem(key) !== null) return;
		if ((await document.fonts.load("1em Inter")).length > 0) localStorage.setItem(key, "here");
	} catch {
		// Without storage, or without the file, the system's typeface does.
	}
}

function whenIdle(): void {
	if ("requestIdleCallback" in window) requestIdleCallback(() => void fetchTypeface(), { timeout: 5000 });
	else setTimeout(() => void fetchTypeface(), 1000);
}

if (document.readyState === "complete") whenIdle();
else addEventListener("load", whenIdle, { once: true });
