import { clear } from "./kept.ts";
import { scope } from "./scope.ts";

/** Takes away what was kept, and then the service worker itself: the centre keeps no pages any more. Open pages stay as they are. */
export function retire(): void {
	scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
	scope.addEventListener("activate", (event) => event.waitUntil(clear(true).then(() => scope.registration.unregister())));
}
