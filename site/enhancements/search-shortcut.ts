import { readStored, store } from "#site/browser/storage.ts";

/**
 * `/` and Ctrl+K (⌘K) lead to the search box of the page. A key without Ctrl can be in the way of who speaks or slips, so `/` can be
 * switched off on the search page (WCAG 2.1.4). A phone shows no such switch, and takes no such key.
 */
const key = "slash-key";
const root = document.documentElement;
const toggle = document.querySelector<HTMLInputElement>("[data-slash-key] input");

function apply(on: boolean): void {
	root.toggleAttribute("data-slash-key-on", on);
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "range"].includes(target.type);
	return target.isContentEditable || target.matches("textarea, select");
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
	if (altKey) return false;
	// On many keyboards `/` is typed with Shift.
	if (key === "/") return !ctrlKey && !metaKey && root.hasAttribute("data-slash-key-on");
	return key.toLowerCase() === "k" && !shiftKey && ctrlKey !== metaKey;
}

apply(matchMedia("(any-pointer: fine)").matches && readStored("localStorage", key, true));
document.addEventListener("keydown", (event) => {
	if (event.defaultPrevented || event.isComposing || event.repeat || !isShortcut(event) || isTyping(event.target)) return;
	const box = document.querySelector<HTMLInputElement>('form[role="search"][data-search-form] input[name="q"]');
	if (!box || document.querySelector("dialog[open]")) return;
	event.preventDefault();
	box.focus();
	box.select();
});

if (toggle) {
	toggle.checked = root.hasAttribute("data-slash-key-on");
	toggle.closest<HTMLElement>("[data-slash-key]")?.removeAttribute("hidden");
	toggle.addEventListener("change", () => {
		apply(toggle.checked);
		store("localStorage", key, toggle.checked);
	});
}
