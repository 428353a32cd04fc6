import { limits } from "#contract/limits.ts";

/** Who the customer is, signed by the product that shows this page (JWT in `window.tierZeroIdentity`); undefined where it says nothing. */
export function signedIdentity(): string | undefined {
	const { tierZeroIdentity } = window as { tierZeroIdentity?: unknown };
	return typeof tierZeroIdentity === "string" && tierZeroIdentity.length <= limits.identity ? tierZeroIdentity : undefined;
}
