import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentTypes, type AttachmentType } from "#contract/attachments.ts";
import { limits } from "#contract/limits.ts";
import { cleanFileName } from "#worker/lib/file-name.ts";
import { createTextCheck, typeOfHead } from "#worker/lib/file-type.ts";

const bytes = (...parts: (string | number[])[]) =>
	new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)));

describe("the type of a file", () => {
	it.each<[string, Uint8Array, string | null]>([
		["a PNG", bytes([0x89], "PNG\r\n", [0x1a], "\n", [0, 0, 0, 13]), "image/png"],
		["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
		["a GIF", bytes("GIF89a"), "image/gif"],
		["a WebP", bytes("RIFF", [1, 2, 3, 4], "WEBPVP8 "), "image/webp"],
		["a HEIC", bytes([0, 0, 0, 24], "ftypheic"), "image/heic"],
		["an MP4", bytes([0, 0, 0, 24], "ftypisom"), "video/mp4"],
		["a QuickTime video", bytes([0, 0, 0, 20], "ftypqt  "), "video/mp4"],
		["a PDF", bytes("%PDF-1.7"), "application/pdf"],
		["a zip", bytes("PK", [3, 4], "readme.txt"), "application/zip"],
		["an empty zip", bytes("PK", [5, 6]), "application/zip"],
		[
			"a Word file",
			bytes("PK", [3, 4], "[Content_Types].xml", [0, 1], "word/document.xml"),
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		],
		[
			"an Excel file",
			bytes("PK", [3, 4], "[Content_Types].xml", [0, 1], "xl/workbook.xml"),
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		],
		["an SVG, which is text", bytes("<svg onload=alert(1)>"), "text"],
		["a Windows program", bytes("MZ", [0x90, 0, 3]), null],
		["a Linux program", bytes([0x7f], "ELF", [2, 1, 1, 0]), null],
		["a sound in an MP4 container", bytes([0, 0, 0, 24], "ftypM4A "), null],
		["a sound in a RIFF container", bytes("RIFF", [0, 0, 0, 0], "WAVE"), null],
	])("is seen in the bytes of %s", (_, head, type) => {
		expect(typeOfHead(head)).toBe(type);
	});

	it("is text only when all of it is UTF-8 without a NUL, wherever it is cut", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(300), (text, cut) => {
				const whole = new TextEncoder().encode(text);
				const check = createTextCheck();
				const sound = check.add(whole.subarray(0, cut)) && check.add(whole.subarray(cut)) && check.end();
				expect(sound).toBe(!text.includes("\0"));
			}),
		);
		const broken = createTextCheck();
		expect(broken.add(new Uint8Array([0x63, 0xe2, 0x82]))).toBe(true);
		expect(broken.end()).toBe(false);
		expect(createTextCheck().add(new Uint8Array([0x61, 0xff]))).toBe(false);
	});
});

describe("the name of a file", () => {
	it.each<[string, AttachmentType, string]>([
		["shot.png", "image/png", "shot.png"],
		["Shot.PNG", "image/png", "Shot.png"],
		["photo.jpeg", "image/jpeg", "photo.jpeg"],
		["tool.exe", "image/png", "tool.exe.png"],
		["page.html", "text/plain", "page.html.txt"],
		["values.csv", "text/plain", "values.csv"],
		["C:\\Users\\ada\\run.bat", "text/plain", "run.bat.txt"],
		["../../etc/passwd", "text/plain", "passwd.txt"],
		["x\n/../../evil\\run.txt", "text/plain", "run.txt"],
		["x\u2028/../evil.txt", "text/plain", "evil.txt"],
		["gpj\u202e.exe", "image/jpeg", "gpj.exe.jpg"],
		['a"b\r\nSet-Cookie: x=1.png', "image/png", "a_bSet-Cookie_ x=1.png"],
		["", "application/pdf", "file.pdf"],
		["...", "application/pdf", "file.pdf"],
		[".png", "image/png", "png.png"],
		["no ending", "application/zip", "no ending.zip"],
	])("%j as %s becomes %j", (name, type, clean) => {
		expect(cleanFileName(name, type)).toBe(clean);
	});

	it("always has an ending of its type, a length that fits, and nothing that means something to a header or a shell", () => {
		const types = fc.constantFrom(...(Object.keys(attachmentTypes) as AttachmentType[]));
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 400 }), types, (name, type) => {
				const clean = cleanFileName(name, type);
				expect(clean.length).toBeLessThanOrEqual(limits.fileName);
				expect(attachmentTypes[type].some((ending) => clean.endsWith(`.${ending}`))).toBe(true);
				expect(clean).not.toMatch(/[\p{Cc}\p{Cf}"*:<>?|;`$%/\\]|^\./u);
				expect(clean.isWellFormed()).toBe(true);
				expect(cleanFileName(clean, type)).toBe(clean);
			}),
			{ numRuns: 2000 },
		);
	});
});
