import type { Outcome } from "#worker/handoff/destination.ts";
import type { DestinationState } from "./describe-destination.ts";

/** How the test of a destination ended, and what to do now. */
export function describeOutcome(state: DestinationState, outcome: Outcome): string {
	const name = `${state.id} (${state.type})`;
	if (outcome.kind === "delivered")
		return `${name} took the test ticket${outcome.deskReference === null ? "." : `; its number there is ${outcome.deskReference}.`}\n  Do:  Look at it there, then close it.`;
	return `${name} did not take the test ticket.\n  Why: ${sentence(outcome.reason)}\n  Do:  ${remedy(state, outcome)}`;
}

function sentence(reason: string): string {
	return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

function remedy({ missing, deployedOnly }: DestinationState, { kind }: Outcome): string {
	if (deployedOnly) return "Deploy first: it sends by the Worker's binding MAIL, which is not there on this machine.";
	if (missing.length > 0) return `Give ${missing.join(" and ")} a value, in the environment or in .dev.vars.`;
	if (kind === "retry") return "Try again in a minute; if it stays so, look at the address and at the desk's own status page.";
	return "Compare address, secret and ids in routing.yml with docs/handoff.md; the desk refuses the same for customers' tickets.";
}
