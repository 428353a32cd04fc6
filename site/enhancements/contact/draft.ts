import type { AttachmentAnswer } from "#contract/attachments.ts";
import { readStored, removeStored, store } from "#site/browser/storage.ts";
import { control, hiddenValue, readFields, setField } from "./fields.ts";

const storageKey = "contact-draft";

/** As long as the links to messages. In milliseconds. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** A message that was not sent yet, as the browser keeps it. */
export interface Draft {
	fields: Record<string, string>;
	/** Idempotency key of the form. */
	key: string;
	/** Files that are uploaded with this key. */
	files: AttachmentAnswer[];
	/** The words of a try whose answer never came; null when none is open. */
	lost: string | null;
	/** When it was last changed, epoch milliseconds. */
	at: number;
}

/** What the browser keeps, for 30 days after the last change; empty where it keeps nothing, or may not. */
export function readDraft(): Draft {
	const empty: Draft = { fields: {}, key: "", files: [], lost: null, at: Date.now() };
	const draft = { ...empty, ...readStored<Partial<Draft>>("localStorage", storageKey, {}) };
	if (Date.now() - draft.at < keptMs) return draft;
	forgetDraft();
	return empty;
}

/** Changes a part of what is kept. Without storage the words are kept by the open page only. */
export function changeDraft(part: Partial<Omit<Draft, "at">>): void {
	store("localStorage", storageKey, { ...readDraft(), ...part, at: Date.now() });
}

/** Keeps the words as they stand in the form. */
export function saveWords(root: HTMLFormElement): void {
	changeDraft({ fields: readFields(root), key: hiddenValue(root, "key") });
}

/** Forgets the draft: it was sent, or is not wanted. */
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
