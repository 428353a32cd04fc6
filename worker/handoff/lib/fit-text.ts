import { cut } from "./cut.ts";
import type { StorySection } from "../ticket-story.ts";

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}

/** The text in pieces of at most `max`, as `sizeOf` measures each letter: cut between words where that leaves half a piece, else between letters. */
export function piecesOf(text: string, max: number, sizeOf: (text: string) => number = bytesOf): string[] {
	const pieces: string[] = [];
	let piece = "";
	let size = 0;
	for (const letter of text) {
		const more = sizeOf(letter);
		if (size + more > max) {
			const border = Math.max(piece.lastIndexOf("\n"), piece.lastIndexOf(" ")) + 1;
			const end = border > piece.length / 2 ? border : piece.length;
			pieces.push(piece.slice(0, end));
			piece = piece.slice(end);
			size = sizeOf(piece);
		}
		piece += letter;
		size += more;
	}
	return [...pieces, piece];
}

/** The story in a desk's format within the desk's limit: what is longest is cut, with "…", until all of it fits. */
export function fitStory<Text>(
	sections: StorySection[],
	render: (sections: StorySection[]) => Text,
	sizeOf: (text: Text, sections: StorySection[]) => number,
	max: number,
): Text {
	let fitting = sections;
	let text = render(fitting);
	for (let rounds = 0; sizeOf(text, fitting) > max && rounds < 100; rounds++) {
		const longest = fitting.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
		fitting = fitting.map((section) => (section === longest ? shorten(section) : section));
		text = render(fitting);
	}
	return text;
}

function lengthOf({ text = "", lines = [] }: StorySection): number {
	return Math.max(text.length, lines.join("").length);
}

function shorten(section: StorySection): StorySection {
	const { text = "", lines = [] } = section;
	if (text.length >= lines.join("").length) return { ...section, text: cut(text, Math.ceil(text.length * 0.8)) };
	if (lines.length === 1) return { ...section, lines: lines.map((line) => cut(line, Math.ceil(line.length * 0.8))) };
	return { ...section, lines: [...lines.slice(0, Math.floor((lines.length - 1) * 0.8)), "…"] };
}
