import { words } from "#site/search/normalise.ts";
import { stemOf } from "#site/search/significant-stems.ts";

/** Text with the words of the search marked. */
export function Highlight({ text, stems }: { text: string; stems: string[] }) {
	const wanted = new Set(stems);
	return text.split(/([\p{L}\p{N}]+(?:[_'’][\p{L}\p{N}]+)*)/u).map((part, index) => {
		const word = index % 2 === 1 ? words(part)[0] : undefined;
		return word && wanted.has(stemOf(word)) ? <mark key={index}>{part}</mark> : part;
	});
}
