import { recordEvent } from "#site/api-client.ts";

/** One visit of the contact page, as the deflection ledger counts it. */
interface ContactVisit {
	id: string;
	/** A ticket was sent or a suggestion solved it: leaving is no abandoning. */
	settled: boolean;
}

let visit: ContactVisit | undefined;

/** The visit of this page; the first call opens it in the ledger. */
export function contactVisit(): ContactVisit {
	if (!visit) {
		// The Worker shows the note about the article only where there is such an article.
		const from = document.querySelector("[data-from-article]:not([hidden])") ? new URLSearchParams(location.search).get("from") : null;
		visit = { id: recordEvent({ type: "contact_opened", ...(from && { article: from }) }), settled: false };
	}
	return visit;
}
