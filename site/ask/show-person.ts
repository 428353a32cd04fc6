import type { PersonOffer } from "#contract/answers.ts";
import { telAddress } from "#site/lib/tel-address.ts";
import { fillWith, make, makeLink } from "./elements.ts";
import type { Surroundings } from "./types.ts";

type PersonOptions = Pick<Surroundings, "t" | "links"> & {
	/** What the contact page is told. */
	question: string;
	/** The number for critical problems is shown. */
	urgent?: boolean;
};

/** The way to a person, as what comes next: when somebody answers, and how to reach them. @param words stands above */
export function showPerson(words: string, { hours, hotline, chat }: PersonOffer, { t, links, question, urgent = false }: PersonOptions): HTMLElement {
	const call = urgent && hotline ? makeLink(telAddress(hotline), "", hotline) : null;
	if (call) call.dir = "ltr";
	return make(
		"div",
		"ask-person",
		...(words ? [make("p", "", make("strong", "", words))] : []),
		...(call ? [make("p", "", ...fillWith(t.ask.hotline, { hotline: call }))] : []),
		make("p", "ask-muted", hours),
		make(
			"p",
			"ask-choices",
			makeLink(links.contact(question), "ask-button", t.ask.write),
			...(chat ? [makeLink(chat.url, "ask-button quiet", chat.label)] : []),
		),
	);
}

/** The way to a person beside an answer, in one quiet line. */
export function showPersonBeside({ hours, chat }: PersonOffer, { t, links, question }: PersonOptions): HTMLElement {
	const ways = [makeLink(links.contact(question), "", t.ask.person), ...(chat ? [makeLink(chat.url, "", chat.label)] : [])];
	return make("p", "ask-beside ask-muted", ...ways.flatMap((way) => [way, " · "]), hours);
}
