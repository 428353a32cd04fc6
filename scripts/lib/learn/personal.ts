import { redact } from "#contract/redaction.ts";
import { tidy, unmasked } from "./tidy.ts";

/** What redaction left behind: the search was about somebody's own data. */
const mark = /\[(?:email|phone|card|iban|token|ip|name)\]/i;
const address =
	/\p{L}[\p{L}\p{N}+.-]*:\/\/|\bwww\.|[\p{L}\p{N}_-]\.(?:com|org|net|edu|gov|info|biz|io|co|app|dev|ai|eu|uk|us|ca|au|de|at|ch|fr|es|it|nl|be|pl|se|no|dk|fi|ie|pt|example)(?![\p{L}\p{N}_-])|[\p{L}\p{N}_-]\.\p{L}{2,}\/\S/iu;
/** Digits that belong together, as in `12-34-56`; with spaces only from seven on, because `q1 2026` is no number. */
const numbers = /\p{Nd}(?:[.,'’·:/–-]?\p{Nd}){4,}|\p{Nd}(?:[\s().,'’·:/+–-]{0,3}\p{Nd}){6,}/gu;
const year = /^(?:19|20)\d\d$/;

function holdsNumber(text: string): boolean {
	return [...text.matchAll(numbers)].some(([run]) => !run.split(/\P{Nd}+/u).every((part) => year.test(part)));
}

/**
 * Whether a search may be about a person: redaction changes it, or it holds an e-mail or web address, a handle, or a number of five
 * digits or more that is not years. Rather too much than too little: a search that is not learned costs one line.
 */
export function mayBePersonal(query: string): boolean {
	return [query, tidy(query), unmasked(query)].some(
		(text) => redact(text) !== text || mark.test(text) || text.includes("@") || address.test(text) || holdsNumber(text),
	);
}
