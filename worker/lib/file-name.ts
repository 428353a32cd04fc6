import { attachmentTypes, type AttachmentType } from "#contract/attachments.ts";
import { limits } from "#contract/limits.ts";

/** More of a name is not looked at: a plain form may bring one of megabytes. In characters. */
const longest = 1000;

/**
 * The name under which a file is shown and downloaded: no folder, nothing invisible or turning the direction of writing, nothing that
 * means something to a shell or a header, and an ending that fits what the file is. Example: `run.bat` with text in it is `run.bat.txt`
 */
export function cleanFileName(name: string, type: AttachmentType): string {
	const base = name
		.slice(-longest)
		.toWellFormed()
		.normalize("NFC")
		// Before the folders, so that no line break keeps one.
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
		.replace(/^.*[/\\]/, "")
		.replace(/["*:<>?|;`$%]/g, "_")
		.replace(/\s+/g, " ")
		.replace(/^[\s.]+|[\s.]+$/g, "");
	const endings: readonly [string, ...string[]] = attachmentTypes[type];
	const ending = /\.([^.]+)$/.exec(base)?.[1]?.toLowerCase();
	const fits = ending !== undefined && endings.includes(ending);
	const suffix = fits ? `.${ending}` : `.${endings[0]}`;
	const stem = (fits ? base.slice(0, -suffix.length) : base).trim() || "file";
	return `${stem.slice(0, limits.fileName - suffix.length).replace(/[\uD800-\uDBFF]$/, "")}${suffix}`;
}
