import { Problem } from "./problem.ts";

/** Answers the methods that an address does not take. */
export function refuseMethod(allow: string) {
	return function refuseMethod(): never {
		throw new Problem("method-not-allowed", { headers: { allow } });
	};
}
