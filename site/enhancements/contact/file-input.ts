import type { Files } from "./files.ts";

/** A pasted picture has a name that says nothing, and several have the same. */
function named(file: File, number: number): File {
	return /^image\.\w+$/.test(file.name) ? new File([file], file.name.replace("image", `screenshot-${number}`), { type: file.type }) : file;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
	return dataTransfer?.types.includes("Files") ?? false;
}

/** Ways to add files: the button, dropping them anywhere on the form, pasting a screenshot. */
export function takeFiles(root: HTMLFormElement, files: Files): void {
	const input = root.querySelector<HTMLInputElement>("[data-file-input]");
	const zone = root.querySelector<HTMLElement>("[data-drop]");
	const hint = root.querySelector<HTMLElement>("[data-drop-hint]");
	if (!input) return;
	const chosen = input;
	let pasted = 0;

	function takeChosen(): void {
		files.add([...(chosen.files ?? [])]);
		// The same file can be chosen again.
		chosen.value = "";
	}

	if (hint) hint.hidden = false;
	input.addEventListener("change", takeChosen);
	root.addEventListener("paste", ({ clipboardData }) => {
		if (clipboardData && clipboardData.files.length > 0) files.add([...clipboardData.files].map((file) => named(file, ++pasted)));
	});
	root.addEventListener("dragover", (event) => {
		if (!hasFiles(event)) return;
		event.preventDefault();
		zone?.setAttribute("data-drop", "over");
	});
	for (const type of ["dragleave", "drop"]) root.addEventListener(type, () => zone?.setAttribute("data-drop", ""));
	root.addEventListener("drop", (event) => {
		if (!hasFiles(event)) return;
		event.preventDefault();
		files.add([...(event.dataTransfer?.files ?? [])]);
	});
	// Somebody may have chosen files before this code arrived.
	if ((input.files?.length ?? 0) > 0) takeChosen();
}
