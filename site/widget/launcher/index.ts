import { createHelp, type Help } from "./help.ts";
import { tell } from "../tell.ts";
import { readOptions } from "./options.ts";

// An element of the page that is called `currentScript` would stand in the script's place, and decide where the code behind the button comes from.
const script: unknown = Reflect.get(Document.prototype, "currentScript", document);
const place = window as unknown as { TierZero?: Help };

if (!(script instanceof HTMLScriptElement && script.src))
	tell('it does not know where it comes from. Do: load it with <script src="…/widget.js" async></script>, not as a module or in a bundle.');
// A second tag, or the same one run again, changes nothing.
else if (!place.TierZero) {
	const start = () => {
		place.TierZero ??= createHelp(new URL(script.src).origin, readOptions(script.dataset, tell), () => delete place.TierZero);
		document.dispatchEvent(new CustomEvent("tier-zero:ready"));
	};
	// In the head of a page there is no body yet.
	if (document.querySelector("body")) start();
	else document.addEventListener("DOMContentLoaded", start, { once: true });
}
