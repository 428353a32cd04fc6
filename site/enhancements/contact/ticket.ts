import { contactVisit } from "#site/browser/contact-visit.ts";
import { knownTickets } from "#site/browser/known-tickets.ts";
import { signedIdentity } from "#site/browser/signed-identity.ts";
import { answersOfVisit, deflectionTokens } from "#site/browser/visit.ts";
import { limits } from "#contract/limits.ts";
import type { Ticket } from "#contract/tickets.ts";
import { readDraft } from "./draft.ts";
import type { Sending } from "./deliver.ts";
import { hiddenValue, readWords } from "./fields.ts";
import type { Trail } from "./trail.ts";

/** The message as it stands now. */
export function readSending(root: HTMLFormElement, { trail, files }: { trail: Trail; files: string[] }): Sending {
	const along = trail.read();
	const rendered = hiddenValue(root, "rendered");
	const turnstile = new FormData(root).get("cf-turnstile-response");
	const identity = signedIdentity();
	const words: Ticket = {
		...readWords(root),
		...(rendered && { rendered }),
		...(typeof turnstile === "string" && turnstile && { turnstile }),
		...(files.length > 0 && { attachments: files }),
	};
	const environment = [words.environment ?? "", ...along.environment].filter(Boolean).join("; ").slice(0, limits.environment);
	const ticket: Ticket = {
		...words,
		...(environment && { environment }),
		...(along.article && { article: along.article }),
		...(identity && { identity }),
		trail: along.trail,
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		contact: contactVisit().id,
		deflectionTokens: deflectionTokens(),
		answers: answersOfVisit(),
		known: knownTickets().map(({ token }) => token),
	};
	return { ticket, words, lost: readDraft().lost };
}
