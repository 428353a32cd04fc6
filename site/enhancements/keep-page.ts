import { whenShown } from "#site/browser/when-shown.ts";
import address from "../offline/sw.ts?worker&url";

/** Has a page that is read kept, once it is at rest; and asks about a copy that is shown when the connection is back. */
const bar = document.querySelector<HTMLElement>("[data-kept-bar]");
const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };

/** The content policy takes no plain text as the address of a worker (`worker/contract/security-headers.ts`). */
const policy = window.trustedTypes?.createPolicy("tier-zero", { createScriptURL: () => address });

function tell(message: "read" | "again"): void {
	void serviceWorker?.ready.then(({ active }) => active?.postMessage(message));
}

function keep(): void {
	serviceWorker?.register(policy?.createScriptURL(address) ?? address).then(
		() => tell("read"),
		// A private window, or a browser that forbids it.
		() => undefined,
	);
}

function whenIdle(): void {
	if ("requestIdleCallback" in window) requestIdleCallback(keep);
	else setTimeout(keep, 1000);
}

if (!__OFFLINE__) {
	// A browser that keeps pages from before gets the script that ends it now. Without this line the build would leave that script out.
	serviceWorker
		?.getRegistration(address)
		.then((earlier) => earlier?.update())
		.catch(() => undefined);
} else if (bar) {
	if (bar.hidden) {
		whenShown(() => (document.readyState === "complete" ? whenIdle() : addEventListener("load", whenIdle)));
	} else {
		// A connection that is just back often fails once more.
		addEventListener("online", () => [0, 4000].forEach((ms) => setTimeout(tell, ms, "again")));
		serviceWorker?.addEventListener("message", ({ data }: MessageEvent<boolean | undefined>) => {
			bar.hidden = data === true;
			bar.toggleAttribute("data-changed", data === false);
		});
	}
}
