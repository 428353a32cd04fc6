import type { DestinationSettings, DestinationType } from "#contract/destinations.ts";
import type { ReadValue } from "./read-values.ts";

/** A destination of `routing.yml`, as an operator needs to see it. */
export interface DestinationState {
	id: string;
	type: DestinationType;
	/** Names of variables and secrets without a value. */
	missing: string[];
	/** Sends by a binding of the deployed Worker, so that it cannot be tried from here. */
	deployedOnly: boolean;
	/** Can be asked what it holds, so that a ticket stands there once. Else it may come twice. */
	once: boolean;
}

const atLeastOnce = new Set<DestinationType>(["slack", "teams", "email"]);

/** Settings that may be left without a value: updates of the desk, and a secret that is being changed. */
const optional = new Set(["updateSecretFrom", "flagSecretFrom", "oldSecretFrom"]);

/** What a destination needs and promises. */
export function describeDestination(settings: DestinationSettings, valueOf: ReadValue): DestinationState {
	const deployedOnly = settings.type === "email" && settings.via === "binding";
	const named = Object.entries(settings).flatMap(([key, name]) => (key.endsWith("From") && !optional.has(key) && typeof name === "string" ? [name] : []));
	return {
		id: settings.id,
		type: settings.type,
		missing: deployedOnly ? [] : named.filter((name) => valueOf(name) === ""),
		deployedOnly,
		once: !atLeastOnce.has(settings.type),
	};
}

/** One line for each destination. */
export function listDestinations(states: DestinationState[]): string {
	return states
		.map(({ id, type, missing, deployedOnly, once }) =>
			[
				`${id} (${type})`,
				deployedOnly ? "sends by the binding MAIL of the deployed Worker" : missing.length > 0 ? `not set up: ${missing.join(", ")} missing` : "set up",
				once ? "a ticket stands there once" : "at least once: a ticket may come twice",
			].join("  ·  "),
		)
		.join("\n");
}
