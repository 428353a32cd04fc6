import type { Part } from "#scripts/lib/figure.ts";
import { eventFlood } from "./events.ts";
import { ticketFlood } from "./tickets.ts";
import { voteFlood } from "./votes.ts";

/** Floods of one network on the real stack, with its limiters as they are: what counts of them, and whether honest readers get through meanwhile. Each takes about a minute. */
export const parts: Part[] = [
	{ name: "10,000 votes of one network", measure: voteFlood },
	{ name: "10,000 events of one network", measure: eventFlood },
	{ name: "ticket bombing", measure: ticketFlood },
];
