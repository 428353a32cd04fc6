import type { PersonOffer } from "#contract/answers.ts";
import { telAddress } from "#site/lib/tel-address.ts";
import { fillWith, make, makeLink } from "./elements.ts";
import type { Surroundings } from "./types.ts";

type PersonOptions = Pick<Surroundings, "t" | "links" | "onContact"> & {
	/** What the contact page is told. */
	question: string;
};

/** The link to where a person is written to. */
export function makeContactLink(words: string, className: string, { links, onContact, question }: PersonOptions): HTMLAnchorElement {
	const link = makeLink(links.contact(question), className, words);
	link.addEventListener("click", (event) => onContact?.(question, event));
	return link;
}

/**
 * The way to a person, as what comes next: when somebody answers, and how to reach them.
 *
 * @param words stand above
 * @param options.urgent the number for critical problems is shown
 */
export function showPerson(words: string, { hours, hotline, chat }: PersonOffer, options: PersonOptions & { urgent?: boolean }): HTMLElement {
	const { t, urgent = false } = options;
	const call = urgent && hotline ? makeLink(telAddress(hotline), "", hotline) : null;
	if (call) call.dir = "ltr";
	return make(
		"div",
		"ask-person",
		...(words ? [make("p", "", make("strong", "", words))] : []),
		...(call ? [make("p", "", ...fillWith(t.ask.hotline, { hotline: call }))] : []),
		make("p", "ask-muted", hours),
		make("p", "ask-choices", makeContactLink(t.ask.write, "ask-button", options), ...(chat ? [makeLink(chat.url, "ask-button quiet", chat.label)] : [])),
	);
}

/** The way to a person beside an answer, in one quiet line. */
export function showPersonBeside({ hours, chat }: PersonOffer, options: PersonOptions): HTMLElement {
	const ways = [makeContactLink(options.t.ask.person, "", options), ...(chat ? [makeLink(chat.url, "", chat.label)] : [])];
	return make("p", "ask-beside ask-muted", ...ways.flatMap((way) => [way, " · "]), hours);
}
