import * as z from "zod";
import { fault } from "./field-faults.ts";
import { limits } from "./limits.ts";
import { clientId } from "./shared.ts";

/**
 * Kinds of file that a message takes, as the bytes show them; the name of a file decides nothing. The first ending is given to a
 * file whose own does not fit. Every text in UTF-8 (log, CSV, JSON, HTML …) is plain text.
 */
export const attachmentTypes = {
	"image/png": ["png"],
	"image/jpeg": ["jpg", "jpeg"],
	"image/gif": ["gif"],
	"image/webp": ["webp"],
	"image/heic": ["heic", "heif"],
	"video/mp4": ["mp4", "m4v", "mov"],
	"application/pdf": ["pdf"],
	"application/zip": ["zip"],
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
	"text/plain": ["txt", "log", "csv", "tsv", "json", "har", "xml", "yml", "yaml", "md", "ini", "conf"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type AttachmentType = keyof typeof attachmentTypes;

/** Headers of `POST /api/attachments`; the body is the file itself. */
export const attachmentHeaders = {
	/** The form's idempotency key. */
	key: "x-form-key",
	/** Name of the file, percent-encoded (`encodeURIComponent`). */
	name: "x-file-name",
} as const;

/** What the headers of an upload must say. */
export const uploadSchema = z.strictObject({
	key: clientId,
	name: z.string().min(1, fault("fileName")).max(1000),
	/** Bytes, from `Content-Length`. */
	size: z.coerce.number().int().min(1, fault("emptyFile")).max(limits.attachmentBytes),
});

/** Answer to a stored file (201). */
export interface AttachmentAnswer {
	/** UUID, for `attachments` of the ticket. */
	id: string;
	/** Cleaned: no folder, no control characters, an ending that fits the type. */
	name: string;
	type: AttachmentType;
	/** Bytes. */
	size: number;
}
