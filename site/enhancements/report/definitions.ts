/** How long a pointer rests before a definition shows, so that crossing the page opens nothing. In milliseconds. */
const restMs = 180;

/** Shows definitions when their word is pointed at or reached with the keyboard. A press alone opens them without this script. */
export function showDefinitions(root: ParentNode): void {
	for (const button of root.querySelectorAll<HTMLButtonElement>("[data-how]")) {
		const note = document.getElementById(button.getAttribute("popovertarget") ?? "");
		if (note) enhance(button, note);
	}
}

function enhance(button: HTMLButtonElement, note: HTMLElement): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Opened by a look, not by a press: a look away closes it. */
	let glance = false;

	for (const part of [button, note]) {
		part.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && soon(open));
		part.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && soon(close));
	}
	button.addEventListener("focus", () => button.matches(":focus-visible") && open());
	button.addEventListener("blur", close);
	// The first press after a look keeps it open, it does not close what was just seen.
	button.addEventListener("click", (event) => {
		if (!glance) return;
		event.preventDefault();
		glance = false;
	});

	function soon(action: () => void): void {
		clearTimeout(timer);
		timer = setTimeout(action, restMs);
	}
	function open(): void {
		if (note.matches(":popover-open")) return;
		glance = true;
		note.showPopover({ source: button });
	}
	function close(): void {
		if (glance && note.matches(":popover-open")) note.hidePopover();
		glance = false;
	}
}
