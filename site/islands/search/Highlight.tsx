import type { SearchResult } from "#site/search/types.ts";

/** Text with the words of the search marked. */
export function Highlight({ text, mark }: { text: string; mark: SearchResult["mark"] }) {
	return mark(text).map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text));
}
