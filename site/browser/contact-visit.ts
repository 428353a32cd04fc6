import { recordEvent } from "#site/api-client.ts";

/** One visit of the contact page, as the deflection ledger counts it. */
interface ContactVisit {
	id: string;
	/** A ticket was sent or a suggestion solved it: leaving is no abandoning. */
	settled: boolean;
}

let visit: ContactVisit | undefined;

/** Id of the article the customer came from; the Worker names it in the form, and only where there is such an article. */
export function articleBefore(): string | undefined {
	return document.querySelector<HTMLInputElement>("[data-contact-form] input[name=article]")?.value || undefined;
}

/** The visit of this page; the first call opens it in the ledger. */
export function contactVisit(): ContactVisit {
	if (!visit) {
		const article = articleBefore();
		visit = { id: recordEvent({ type: "contact_opened", ...(article && { article }) }), settled: false };
	}
	return visit;
}
