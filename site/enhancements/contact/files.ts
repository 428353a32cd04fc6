import { removeFile, uploadFile } from "#site/api-client.ts";
import { limits } from "#contract/limits.ts";
import type { AttachmentAnswer } from "#contract/attachments.ts";
import { changeDraft, readDraft } from "./draft.ts";
import { hiddenValue, say } from "./fields.ts";
import { describeRefusal, refuseFile } from "./file-problems.ts";
import { makeFileRow, type FileRow, type FileView } from "./file-row.ts";
import { contactWords } from "./words.ts";

const shownInBrowsers = /^image\/(?:png|jpeg|gif|webp)$/;

interface Entry {
	view: FileView;
	row: FileRow;
	/** The file itself; after a reload only the Worker has it. */
	file: File | null;
	answer: AttachmentAnswer | null;
	upload: { stop: AbortController; done: Promise<void> } | null;
}

/** The files of a message. */
export interface Files {
	add(files: Iterable<File>): void;
	/** Tries again what could not be uploaded, and waits for every upload. @returns whether nothing is left that may still come */
	settled(): Promise<boolean>;
	/** Ids of the files that are uploaded. */
	ids(): string[];
	/** The Worker has them no more: those at hand are uploaded again, the others are asked for. */
	restart(): void;
}

/** Shows, uploads and removes the files of the form. */
export function startFiles(root: HTMLFormElement): Files {
	const list = root.querySelector<HTMLElement>("[data-attached-files]");
	const words = contactWords();
	const t = words.t.files;
	let entries: Entry[] = [];

	function changed(): void {
		if (list) list.hidden = entries.length === 0;
		changeDraft({ files: entries.flatMap(({ answer }) => answer ?? []) });
	}

	function show(entry: Entry, part: Partial<FileView>): void {
		Object.assign(entry.view, part);
		entry.row.update();
	}

	function enter(view: Pick<FileView, "name" | "size"> & Partial<FileView>, file: File | null, answer: AttachmentAnswer | null): Entry {
		const whole: FileView = { preview: null, state: "stored", share: 0, error: "", again: false, ...view };
		const row = makeFileRow(whole, { onRemove: () => remove(entry), onAgain: () => void start(entry) });
		const entry: Entry = { view: whole, row, file, answer, upload: null };
		entries = [...entries, entry];
		list?.append(row.element);
		changed();
		return entry;
	}

	async function start(entry: Entry): Promise<void> {
		if (!entry.file || entry.upload) return;
		const stop = new AbortController();
		show(entry, { state: "uploading", share: 0, error: "" });
		const done = send(entry, entry.file, stop.signal).finally(() => (entry.upload = null));
		entry.upload = { stop, done };
		return done;
	}

	async function send(entry: Entry, file: File, signal: AbortSignal): Promise<void> {
		const key = hiddenValue(root, "key");
		const reply = await uploadFile(file, { key, signal, onProgress: (share) => show(entry, { share }) });
		if (signal.aborted) {
			if (reply.ok) void removeFile(reply.answer.id, key);
			return;
		}
		if (reply.ok) {
			entry.answer = reply.answer;
			show(entry, { state: "stored" });
			say(root, "files-status", words.say(t.isAdded, { name: entry.view.name }));
		} else {
			show(entry, { state: "failed", ...describeRefusal(reply.problem, words) });
			say(root, "files-status", `${entry.view.name}: ${entry.view.error}`);
		}
		changed();
	}

	function remove(entry: Entry): void {
		const position = entries.indexOf(entry);
		entry.upload?.stop.abort();
		if (entry.answer) void removeFile(entry.answer.id, hiddenValue(root, "key"));
		if (entry.view.preview) URL.revokeObjectURL(entry.view.preview);
		entries = entries.filter((other) => other !== entry);
		entry.row.element.remove();
		changed();
		say(root, "files-status", words.say(t.isRemoved, { name: entry.view.name }));
		const next = entries[Math.min(position, entries.length - 1)]?.row.element.querySelector<HTMLElement>("button:last-child");
		(next ?? root.querySelector<HTMLElement>("[data-file-input]"))?.focus();
	}

	function add(files: Iterable<File>): void {
		for (const file of files) {
			const { name, size, type } = file;
			const tooMany = entries.filter(({ view }) => view.state !== "failed").length >= limits.attachments;
			const error = tooMany ? words.say(t.notAdded, { files: limits.attachments }) : refuseFile(file, words);
			const preview = !error && shownInBrowsers.test(type) ? URL.createObjectURL(file) : null;
			const entry = enter({ name, size, preview, ...(error ? { state: "failed", error } : {}) }, file, null);
			if (error) say(root, "files-status", `${name}: ${error}`);
			else void start(entry);
		}
	}

	function missing(): Entry[] {
		return entries.filter(({ view }) => view.state === "failed" && view.again);
	}

	async function settled(): Promise<boolean> {
		await Promise.all([...missing().map(start), ...entries.map(({ upload }) => upload?.done)]);
		return missing().length === 0;
	}

	function restart(): void {
		for (const entry of entries) {
			if (!entry.answer) continue;
			entry.answer = null;
			if (entry.file) void start(entry);
			else show(entry, { state: "failed", error: t.gone });
		}
		changed();
	}

	restore();
	addEventListener("online", () => void settled());
	return { add, settled, restart, ids: () => entries.flatMap(({ answer }) => answer?.id ?? []) };

	/** Files that the form had before: of the draft, or of a form that came back with mistakes. */
	function restore(): void {
		const cameBack = hiddenValue(root, "attachments").split(",").filter(Boolean);
		const names = [...(list?.children ?? [])].map(({ textContent }) => textContent);
		list?.replaceChildren();
		const files =
			cameBack.length > 0 ? cameBack.map((id, place) => ({ id, name: names[place] ?? t.file, size: 0, type: "text/plain" as const })) : readDraft().files;
		for (const file of files) enter({ name: file.name, size: file.size }, null, file);
	}
}
