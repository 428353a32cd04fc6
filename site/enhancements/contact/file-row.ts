import { make, makeButton } from "./fields.ts";
import { contactWords, type ContactWords } from "./words.ts";

/** How a file stands, as its line shows it. */
export interface FileView {
	name: string;
	/** Bytes. */
	size: number;
	/** Address of its preview, where it is a picture that the browser can show. */
	preview: string | null;
	state: "uploading" | "stored" | "failed";
	/** Share that is uploaded, 0 to 1. */
	share: number;
	/** Why it was not added; "" unless it failed. */
	error: string;
	/** A failed one can be tried again. */
	again: boolean;
}

interface FileActions {
	onRemove: () => void;
	onAgain: () => void;
}

/** Bytes in words. Examples: `812 kB`, `3.4 MB` */
function sizeInWords(bytes: number, { t, say }: ContactWords): string {
	if (bytes < 1024 * 1024) return say(t.files.kilobytes, { size: Math.max(1, Math.round(bytes / 1024)) });
	return say(t.files.megabytes, { size: Math.round(bytes / 1024 / 102.4) / 10 });
}

/** The line of one file. */
export interface FileRow {
	element: HTMLLIElement;
	/** Shows how the file stands now. */
	update: () => void;
}

/** Makes the line of one file once, so that a button keeps the focus while the upload goes on. */
export function makeFileRow(view: FileView, { onRemove, onAgain }: FileActions): FileRow {
	const { name, size, preview } = view;
	const words = contactWords();
	const { t, say } = words;
	const progress = make("progress", { max: "1", "aria-label": say(t.files.uploadOf, { name }) });
	const status = make("small");
	const remove = makeButton("", onRemove, { class: "link" });
	const again = makeButton(t.files.again, onAgain, { class: "link", "aria-label": say(t.files.againName, { name }) });
	const picture = preview ? [make("img", { src: preview, alt: "", width: "48", height: "48" })] : [];
	const line = make("span", { class: "file-words" }, make("strong", { dir: "auto" }, name), size > 0 ? ` ${sizeInWords(size, words)} ` : " ", progress, status);
	const element = make("li", {}, ...picture, line, again, remove);

	function update(): void {
		const { state, share, error } = view;
		progress.hidden = state !== "uploading";
		progress.value = share;
		status.className = state === "failed" ? "field-error" : "";
		status.textContent = { failed: error, stored: t.files.added, uploading: `${Math.round(share * 100)} %` }[state];
		remove.textContent = state === "uploading" ? t.files.cancel : t.remove;
		remove.setAttribute("aria-label", say(state === "uploading" ? t.files.cancelName : t.files.removeName, { name }));
		again.hidden = !(state === "failed" && view.again);
	}

	update();
	return { element, update };
}
