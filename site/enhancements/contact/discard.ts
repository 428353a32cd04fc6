import { forgetDraft, readDraft } from "./draft.ts";
import { contactWords } from "./words.ts";

/** Offers to throw an unsent message away, as long as there is one: the computer may be somebody else's, too. */
export function offerDiscard(root: HTMLFormElement): void {
	const box = root.querySelector<HTMLElement>("[data-draft]");
	const show = () => box && (box.hidden = !Object.entries(readDraft().fields).some(([name, words]) => isWritten(root, name, words)));
	root.addEventListener("input", show);
	box?.querySelector("button")?.addEventListener("click", () => {
		if (!confirm(contactWords().t.discard)) return;
		forgetDraft();
		location.assign(location.pathname);
	});
	show();
}

/** Whether words were written, not only a choice that was there from the start. */
function isWritten(root: HTMLFormElement, name: string, words: string): boolean {
	return words !== "" && !(root.elements.namedItem(name) instanceof RadioNodeList) && name !== "category";
}
