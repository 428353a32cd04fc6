/** Copies the source of an example. Without script the buttons are not there, and the source can be marked and copied by hand. */
const shownMs = 2500;

async function copy(button: HTMLButtonElement): Promise<void> {
	const source = button.closest("[data-example]")?.querySelector("pre")?.textContent ?? "";
	try {
		await navigator.clipboard.writeText(source);
		say(button, "Copied");
	} catch {
		say(button, "Not allowed: please copy by hand");
	}
}

/** The button says what happened, aloud too, and then what it does again. */
function say(button: HTMLButtonElement, text: string): void {
	button.textContent = text;
	setTimeout(() => (button.textContent = "Copy"), shownMs);
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
	button.hidden = false;
	button.setAttribute("aria-live", "polite");
	button.addEventListener("click", () => void copy(button));
}
