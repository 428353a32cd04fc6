import * as z from "zod";
import type { Env } from "../env.ts";
import { countPassed } from "../queries/guard-counts.ts";
import { dayOf } from "./days.ts";
import { Problem } from "./problem.ts";
import { logError } from "./log.ts";

const defaultVerifier = "https://challenges.cloudflare.com/turnstile/v0/siteverify";

/** Longest wait for the verifier. In milliseconds. */
const timeoutMs = 5000;

const verdictSchema = z.object({ success: z.boolean(), "error-codes": z.array(z.string()).default([]) });

type TurnstileEnv = Pick<Env, "DB" | "TURNSTILE_SITE_KEY" | "TURNSTILE_SECRET" | "TURNSTILE_VERIFY_URL">;

/** Whether Turnstile stands before the form. */
export function asksTurnstile({ TURNSTILE_SITE_KEY, TURNSTILE_SECRET }: Pick<Env, "TURNSTILE_SITE_KEY" | "TURNSTILE_SECRET">): boolean {
	return Boolean(TURNSTILE_SITE_KEY && TURNSTILE_SECRET);
}

/**
 * Lets a message pass that a person sent, where Turnstile is configured. A verifier that is down must not close the way to a human: then
 * the message passes, and is counted.
 *
 * @param answer what the widget gave the page; empty without one
 * @throws Problem `not-a-person`
 */
export async function requirePerson(env: TurnstileEnv, answer: string, now: number): Promise<void> {
	if (!asksTurnstile(env)) return;
	if (answer === "") throw new Problem("not-a-person");
	const verdict = await askVerifier(env, answer);
	if (verdict === "person") return;
	if (verdict === "nobody") throw new Problem("not-a-person");
	logError("turnstile_unavailable");
	await countPassed(env.DB, dayOf(now), "turnstile-unavailable");
}

async function askVerifier({ TURNSTILE_SECRET, TURNSTILE_VERIFY_URL }: TurnstileEnv, answer: string): Promise<"person" | "nobody" | "unknown"> {
	try {
		const response = await fetch(TURNSTILE_VERIFY_URL || defaultVerifier, {
			method: "POST",
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMs),
			// The sender's address is not told: the answer holds without it.
			body: new URLSearchParams({ secret: TURNSTILE_SECRET ?? "", response: answer }),
		});
		const verdict = verdictSchema.parse(await response.json());
		if (verdict.success) return "person";
		// A fault of ours or theirs says nothing about the sender.
		return verdict["error-codes"].some((code) => /^(?:internal-error|missing-input-secret|invalid-input-secret)$/.test(code)) ? "unknown" : "nobody";
	} catch {
		return "unknown";
	}
}
