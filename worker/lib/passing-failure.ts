/** Statuses that get better by themselves; 529 is said by providers of models. Every other refusal needs a person. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529]);

/** Whether the same request may succeed later, by the status (HTTP) of its refusal. */
export function isPassing(status: number): boolean {
	return passing.has(status);
}

/**
 * `Retry-After` as seconds or as a date (RFC 9110, section 10.2.3).
 *
 * @param now epoch milliseconds when the answer came
 * @returns `notBefore` in epoch milliseconds; nothing where the header is absent or makes no sense
 */
export function retryAfter(headers: Headers, now: number): { notBefore?: number } {
	const value = headers.get("retry-after");
	if (!value) return {};
	const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
	return Number.isNaN(at) ? {} : { notBefore: at };
}
