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
		const from = new URLSearchParams(location.search).get("from") ?? undefined;
		const known = from && /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(from) ? from : undefined;
		visit = { id: recordEvent({ type: "contact_opened", ...(known && { article: known }) }), settled: false };
	}
	return visit;
}
