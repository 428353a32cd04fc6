/** A ticket as it leaves the house. */
export interface HandoffMessage {
	/** Id of the delivery: the same at every attempt, so that the desk can recognise a second one. */
	deliveryId: string;
	reference: string;
	createdAt: string;
	priority: string;
	category: { id: string; label: string };
	team: string;
	tier: string;
	fallback: string;
	channel: string;
	locale: string;
	promisedAt: string;
	customer: { name: string; email: string; company: string };
	subject: string;
	description: string;
	tried: string;
	product: string;
	environment: string;
	severity: { affected: string; impairment: string; risk: string };
	trail: object[];
	/** The article the customer came from. */
	fromArticle: { id: string; title: string; url: string } | null;
	/** Articles the customer may be sent. */
	suggestedArticles: { title: string; url: string }[];
}

/** How an attempt ended. */
export type Outcome =
	| { kind: "delivered"; deskReference: string | null }
	/** Try later; `notBefore` (epoch milliseconds) when the desk said when. */
	| { kind: "retry"; reason: string; notBefore?: number }
	/** Nothing was tried, because the desk is not set up yet: the ticket waits, however long. */
	| { kind: "unconfigured"; reason: string }
	/** A person must look at it. */
	| { kind: "dead"; reason: string };

/** One help desk. Each connector is one file in `destinations/`. */
export interface Destination {
	id: string;
	deliver(message: HandoffMessage, now: number): Promise<Outcome>;
}
