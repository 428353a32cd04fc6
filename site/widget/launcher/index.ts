import { createHelp, type Help } from "./help.ts";
import { readOptions } from "./options.ts";

// An element of the page that is called `currentScript` would stand in the script's place, and decide where the code behind the button comes from.
const script: unknown = Reflect.get(Document.prototype, "currentScript", document);
const place = window as unknown as { TierZero?: Help };

// A second tag, or the same one run again, changes nothing.
if (script instanceof HTMLScriptElement && !place.TierZero) {
	const start = () => {
		place.TierZero ??= createHelp(new URL(script.src).origin, readOptions(script.dataset), () => delete place.TierZero);
		document.dispatchEvent(new CustomEvent("tier-zero:ready"));
	};
	// In the head of a page there is no body yet.
	if (document.querySelector("body")) start();
	else document.addEventListener("DOMContentLoaded", start, { once: true });
}
