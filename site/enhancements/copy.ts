/** Copies a listing, or the source of an example. Without script the buttons are not there, and the text can be marked and copied by hand. */
const shownMs = 2500;

async function copy(button: HTMLButtonElement): Promise<void> {
	const source = button.closest("[data-example], [data-listing]")?.querySelector("pre")?.textContent ?? "";
	const words = button.closest<HTMLElement>("[data-copied]")?.dataset;
	try {
		await navigator.clipboard.writeText(source.replace(/\n$/, ""));
		say(button, words?.["copied"] ?? "Copied");
	} catch {
		say(button, words?.["notCopied"] ?? "Not allowed: please copy by hand");
	}
}

/** What the button says by itself. */
const own = new WeakMap<HTMLButtonElement, string>();

/** The button says what happened, aloud too, and then what it does again. */
function say(button: HTMLButtonElement, text: string): void {
	const before = own.get(button) ?? button.textContent;
	own.set(button, before);
	button.textContent = text;
	setTimeout(() => (button.textContent = before), shownMs);
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
	button.hidden = false;
	button.setAttribute("aria-live", "polite");
	button.addEventListener("click", () => void copy(button));
}
