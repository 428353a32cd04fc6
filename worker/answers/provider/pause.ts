import type { ProviderFailure } from "./provider.ts";

/** Providers that are left in peace, by name, and until when. Remembered by this isolate only. */
const pauses = new Map<string, number>();

/** In milliseconds. */
const usual = 30_000;
const longest = 10 * 60_000;

/** Whether a provider has just failed: the next reader need not wait for the same. */
export function isPaused(provider: string, now: number): boolean {
	return (pauses.get(provider) ?? 0) > now;
}

/** Leaves a provider in peace for as long as it asked, after what will not be better at once. What one question caused says nothing of the next. */
export function pauseAfter(provider: string, { reason, status, retryAfterMs }: ProviderFailure, now: number): void {
	const isLasting = reason === "refused" ? status !== 400 && status !== 422 : ["busy", "late", "unreachable", "garbled"].includes(reason);
	if (isLasting) pauses.set(provider, now + Math.min(retryAfterMs ?? usual, longest));
}
