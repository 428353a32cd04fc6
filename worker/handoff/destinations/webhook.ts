import { Webhook } from "standardwebhooks";
import { addressProblem } from "../safe-address.ts";
import type { Destination, HandoffMessage, Outcome } from "../destination.ts";

interface WebhookOptions {
	id: string;
	/** Address of the desk; empty when it is not configured yet. */
	url: string;
	/** `whsec_…`, Standard Webhooks. */
	secret: string;
	/** Development: plain http on this machine is fine. */
	allowLoopback: boolean;
	/** Milliseconds after which an attempt counts as failed. */
	timeoutMs?: number;
}

/**
 * Hands tickets to any service that takes webhooks, signed as https://www.standardwebhooks.com describes: `webhook-id`
 * stays the same at every attempt, so a receiver that remembers ids sees each ticket once.
 */
export function createWebhook({ id, url, secret, allowLoopback, timeoutMs = 10_000 }: WebhookOptions): Destination {
	return {
		id,
		async deliver(message, now) {
			if (!url || !secret) return { kind: "unconfigured", reason: "the destination's address or secret is not configured" };
			const problem = addressProblem(url, allowLoopback);
			if (problem) return { kind: "dead", reason: `the destination's address is refused: ${problem}` };
			try {
				return await readOutcome(await send(message, now), now);
			} catch (error) {
				return {
					kind: "retry",
					reason: error instanceof Error && error.name === "TimeoutError" ? `no answer within ${timeoutMs} ms` : "the desk could not be reached",
				};
			}
		},
	};

	function send(message: HandoffMessage, now: number): Promise<Response> {
		const { deliveryId, ...data } = message;
		const body = JSON.stringify({ type: "ticket.created", timestamp: message.createdAt, data });
		const sentAt = new Date(now);
		return fetch(url, {
			method: "POST",
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMs),
			headers: {
				"content-type": "application/json",
				"user-agent": "tier-zero",
				"webhook-id": deliveryId,
				"webhook-timestamp": String(Math.floor(now / 1000)),
				"webhook-signature": new Webhook(secret).sign(deliveryId, sentAt, body),
			},
			body,
		});
	}
}

/** Statuses that get better by themselves; every other refusal needs a person. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

async function readOutcome(response: Response, now: number): Promise<Outcome> {
	if (response.ok) return { kind: "delivered", deskReference: await readReference(response) };
	await response.body?.cancel();
	if (passing.has(response.status)) return { kind: "retry", reason: `the desk answered ${response.status}`, ...retryAfter(response, now) };
	return { kind: "dead", reason: `the desk refused with ${response.status}` };
}

/** The desk's own number, when its answer is `{"reference": "…"}`. */
async function readReference(response: Response): Promise<string | null> {
	try {
		const { reference } = await response.json<{ reference?: unknown }>();
		return typeof reference === "string" ? reference.slice(0, 100) : null;
	} catch {
		return null;
	}
}

/** `Retry-After` as seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(response: Response, now: number): { notBefore?: number } {
	const value = response.headers.get("retry-after");
	if (!value) return {};
	const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
	return Number.isNaN(at) ? {} : { notBefore: at };
}
