import { createDeskClient, outcomeOf, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Outcome } from "../destination.ts";
import { unconfigured } from "./outcomes.ts";

interface Desk {
	url: string;
	/** Values without which the desk cannot be called. */
	needs: string[];
	/** Sent with every call. */
	headers?: Record<string, string>;
}

/** Works with a desk while its settings are there; whatever it refuses is the outcome. */
export function withDesk(
	{ allowLoopback, timeoutMs }: ConnectorContext,
	{ url, needs, headers = {} }: Desk,
	{ now, requestId }: Attempt,
	work: (client: DeskClient) => Promise<Outcome>,
): Promise<Outcome> {
	if ([url, ...needs].includes("")) return Promise.resolve(unconfigured);
	return outcomeOf(() => work(createDeskClient({ url, headers, allowLoopback, timeoutMs, now, requestId })));
}
