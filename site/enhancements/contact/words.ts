import type { Strings } from "#site/strings/catalogue.ts";
import { createSay, type Spoken } from "#site/strings/message.ts";

/** What the form says, in the language of its page. */
export interface ContactWords extends Spoken<Strings["contactSend"]> {
	/** How days and numbers are written, as BCP 47. */
	format: string;
}

let words: ContactWords | undefined;

/** The messages that came with the page, so that no script holds those of all languages. */
export function contactWords(): ContactWords {
	words ??= read();
	return words;
}

function read(): ContactWords {
	const { format, t } = JSON.parse(document.querySelector("[data-contact-words]")?.textContent ?? "{}") as Omit<ContactWords, "say">;
	return { format, t, say: createSay(format) };
}
