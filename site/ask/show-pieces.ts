import type { AnswerPart, AnswerSource } from "#contract/answers.ts";
import { make, makePageLink } from "./elements.ts";
import type { Surroundings } from "./types.ts";

/** What pieces of an answer need. */
type PiecesOptions = Pick<Surroundings, "t" | "say" | "links"> & {
	/** Each piece names its source by number; else the sources only stand below. */
	numbered: boolean;
	/** What stands above the sources. */
	from: string;
	/** Told of a press on a source; `position` from 1. */
	onOpen: (source: AnswerSource, position: number, event: MouseEvent) => void;
};

/** An answer that grows. */
export interface Pieces {
	node: HTMLElement;
	/** Sources that the pieces name, by their place. */
	use: (sources: readonly AnswerSource[]) => void;
	add: (part: AnswerPart) => void;
	/** Lists sources that no piece names. */
	list: (sources: readonly AnswerSource[]) => void;
}

const lists = { step: "ol", point: "ul" } as const;

/** Shows the pieces of an answer as they come, and the sources that they stand on in the order in which they are named. */
export function showPieces({ t, say, links, numbered, from, onOpen }: PiecesOptions): Pieces {
	const text = make("div", "ask-text");
	const list = make("ol", "ask-sources");
	const below = make("div", "ask-from", make("p", "ask-muted", from), list);
	below.hidden = true;
	let sources: readonly AnswerSource[] = [];
	const named: number[] = [];

	function linkTo(source: AnswerSource, position: number, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
		const link = makePageLink(source.url, links, className, ...children);
		link.addEventListener("click", (event) => onOpen(source, position, event));
		return link;
	}

	/** The number of a source, which is listed when it is first named. */
	function numberOf(index: number, source: AnswerSource): number {
		if (!named.includes(index)) {
			const number = named.push(index);
			const { title, heading } = source;
			const words = make("span", "", title, ...(heading && heading !== title ? [make("small", "", ` · ${heading}`)] : []));
			words.dir = "auto";
			const link = linkTo(source, number, "", words, ...(links.newTab ? [make("span", "ask-unseen", ` ${t.ask.newTab}`)] : []));
			list.append(make("li", "", ...(numbered ? [make("span", "ask-number", `[${number}]`)] : []), link));
			below.hidden = false;
		}
		return named.indexOf(index) + 1;
	}

	/** Where a piece of this kind goes: the list that is open, or a new element. */
	function placeFor(as: AnswerPart["as"]): HTMLElement {
		if (as === "paragraph") return text.appendChild(make("p"));
		const { lastElementChild: last } = text;
		const open = last?.localName === lists[as] ? last : text.appendChild(make(lists[as]));
		return open.appendChild(make("li"));
	}

	return {
		node: make("div", "ask-pieces", text, below),
		use: (given) => void (sources = given),
		list: (given) => given.forEach((source, index) => numberOf(index, source)),
		add(part) {
			const source = sources[part.source];
			const words = make("span", "", part.text);
			words.dir = "auto";
			const place = placeFor(part.as);
			place.append(words);
			if (!source) return;
			const number = numberOf(part.source, source);
			if (!numbered) return;
			const mark = linkTo(source, number, "ask-mark", `[${number}]`);
			mark.setAttribute("aria-label", say(t.ask.source, { number, title: source.title }));
			// They stay together where the line breaks.
			place.append("\u00a0", mark);
		},
	};
}
