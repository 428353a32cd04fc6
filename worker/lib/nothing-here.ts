import { Problem } from "./problem.ts";

/** Answers addresses that a signed-in person may ask for, but where nothing is; strangers were refused before. */
export function nothingHere(): never {
	throw new Problem("not-found");
}
