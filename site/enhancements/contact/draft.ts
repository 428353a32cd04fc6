import type { AttachmentAnswer } from "#contract/attachments.ts";
import { readStored, removeStored, store } from "#site/browser/storage.ts";
import { control, hiddenValue, readFields, setField } from "./fields.ts";

const storageKey = "contact-draft";

/** A message that was not sent yet, as the browser keeps it. */
export interface Draft {
	fields: Record<string, string>;
	/** Idempotency key of the form. */
	key: string;
	/** Files that are uploaded with this key. */
	files: AttachmentAnswer[];
	/** The words of a try whose answer never came; null when none is open. */
	lost: string | null;
}

/** What the browser keeps; empty where it keeps nothing, or may not. */
export function readDraft(): Draft {
	const empty: Draft = { fields: {}, key: "", files: [], lost: null };
	return { ...empty, ...readStored<Partial<Draft>>("localStorage", storageKey, {}) };
}

/** Changes a part of what is kept. Without storage the words are kept by the open page only. */
export function changeDraft(part: Partial<Draft>): void {
	store("localStorage", storageKey, { ...readDraft(), ...part });
}

/** Keeps the words as they stand in the form. */
export function saveWords(root: HTMLFormElement): void {
	changeDraft({ fields: readFields(root), key: hiddenValue(root, "key") });
}

/** Forgets the draft: it was sent. */
export function forgetDraft(): void {
	removeStored("localStorage", storageKey);
}

/** Puts the draft into the form; what the Worker has filled in already stays. */
export function restoreDraft(root: HTMLFormElement): void {
	const { fields, key } = readDraft();
	for (const [name, words] of Object.entries(fields)) {
		const field = control(root, name);
		if (words && field && (field instanceof RadioNodeList || field.value === "")) field.value = words;
	}
	// A form that came back with mistakes has a key of its own, under which its files are.
	const cameBack = hiddenValue(root, "attachments") !== "";
	if (key && !cameBack) setField(root, "key", key);
	if (hiddenValue(root, "key") === "") setField(root, "key", crypto.randomUUID());
}

/** Gives the form a new key: what is sent next is another message. */
export function renewKey(root: HTMLFormElement): void {
	setField(root, "key", crypto.randomUUID());
	saveWords(root);
	changeDraft({ files: [], lost: null });
}
