import type { AttachmentType } from "#contract/attachments.ts";

/** Bytes of a file's beginning that tell its type. */
export const headBytes = 8192;

const office: [AttachmentType, string][] = [
	["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"],
	["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"],
];

/** Brands of the ISO base media format (ISO/IEC 14496-12, `ftyp`). */
const heic = /^(?:heic|heix|hevc|heim|heis|mif1|msf1)$/;
const video = /^(?:isom|iso[2-9]|mp4[12]|avc1|m4v |qt {2}|dash|msnv|3gp[45])$/i;

/**
 * The type of a file by the bytes at its beginning; `text` where only the whole file can show that it is text; null for what no
 * message takes.
 */
export function typeOfHead(head: Uint8Array): AttachmentType | "text" | null {
	// One byte, one letter: signatures are written as they are documented. (What TextDecoder calls latin1 is another set of letters.)
	const letters = String.fromCharCode(...head.subarray(0, headBytes));
	if (letters.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
	if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "image/jpeg";
	if (/^GIF8[79]a/.test(letters)) return "image/gif";
	if (letters.startsWith("RIFF") && letters.slice(8, 12) === "WEBP") return "image/webp";
	if (letters.startsWith("%PDF-")) return "application/pdf";
	if (letters.startsWith("PK\x03\x04") || letters.startsWith("PK\x05\x06"))
		return office.find(([, folder]) => letters.includes(folder))?.[0] ?? "application/zip";
	if (letters.slice(4, 8) === "ftyp") {
		const brand = letters.slice(8, 12);
		return heic.test(brand) ? "image/heic" : video.test(brand) ? "video/mp4" : null;
	}
	return letters.includes("\0") ? null : "text";
}

/** Looks at a file chunk by chunk; `add` and `end` return false as soon as it is no text in UTF-8. */
export function createTextCheck(): { add(chunk: Uint8Array): boolean; end(): boolean } {
	const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
	function holds(decode: () => string): boolean {
		try {
			return !decode().includes("\0");
		} catch {
			return false;
		}
	}
	return { add: (chunk) => holds(() => decoder.decode(chunk, { stream: true })), end: () => holds(() => decoder.decode()) };
}
