import { detect } from "chardet";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A text and how it was encoded. */
export interface DecodedText {
	text: string;
	/** Example: `windows-1252`. `utf-8` where nothing had to be guessed. */
	encoding: string;
}

/**
 * Text of a file. UTF-8 and marked UTF-16 are known; anything else is guessed from its letters.
 * Line ends become `\n`, and control characters, which no page can show, spaces.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	const { text, encoding } = decode(bytes);
	// eslint-disable-next-line no-control-regex -- they are what is taken out
	return { text: text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFFFE\uFFFF]/g, " "), encoding };
}

function decode(bytes: Uint8Array): DecodedText {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16be" };
	try {
		return { text: utf8.decode(bytes), encoding: "utf-8" };
	} catch {
		const guessed = detect(bytes.subarray(0, 64 * 1024)) ?? "windows-1252";
		try {
			return { text: new TextDecoder(guessed).decode(bytes), encoding: guessed };
		} catch {
			return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
		}
	}
}
