import { make, makeButton } from "./fields.ts";

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
function sizeInWords(bytes: number): string {
	return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
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
	const progress = make("progress", { max: "1", "aria-label": `Upload of ${name}` });
	const status = make("small");
	const remove = makeButton("", onRemove, { class: "link" });
	const again = makeButton("Try again", onAgain, { class: "link", "aria-label": `Try again to add ${name}` });
	const picture = preview ? [make("img", { src: preview, alt: "", width: "48", height: "48" })] : [];
	const words = make("span", { class: "file-words" }, make("strong", {}, name), size > 0 ? ` ${sizeInWords(size)} ` : " ", progress, status);
	const element = make("li", {}, ...picture, words, again, remove);

	function update(): void {
		const { state, share, error } = view;
		progress.hidden = state !== "uploading";
		progress.value = share;
		status.className = state === "failed" ? "field-error" : "";
		status.textContent = { failed: error, stored: "Added", uploading: `${Math.round(share * 100)} %` }[state];
		remove.textContent = state === "uploading" ? "Cancel" : "Remove";
		remove.setAttribute("aria-label", state === "uploading" ? `Cancel the upload of ${name}` : `Remove ${name}`);
		again.hidden = !(state === "failed" && view.again);
	}

	update();
	return { element, update };
}
