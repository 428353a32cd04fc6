import { Webhook } from "standardwebhooks";
import type { DestinationSettings } from "#contract/destinations.ts";
import { sameSecret } from "./encoding.ts";

/** A message of a desk, as it came. */
interface DeskMessage {
	headers: Headers;
	body: string;
	/** When it came, epoch milliseconds. */
	now: number;
}

const toleranceMs = 5 * 60_000;

/** A kind of desk that can send updates. */
export type UpdatingDesk = Extract<DestinationSettings, { updateSecretFrom?: string | undefined }>;

/**
 * When a message was signed by the desk that holds the secret (epoch milliseconds), or null when it was not.
 *
 * - webhook: Standard Webhooks (https://www.standardwebhooks.com)
 * - Zendesk: https://developer.zendesk.com/documentation/webhooks/verifying/
 * - Freshdesk cannot sign: its automation sends the secret itself in `X-Tier-Zero-Secret`
 */
export async function signedAt(type: UpdatingDesk["type"], secret: string, message: DeskMessage): Promise<number | null> {
	switch (type) {
		case "webhook":
			return standardWebhooks(secret, message);
		case "zendesk":
			return zendesk(secret, message);
		case "freshdesk":
			return (await sameSecret(message.headers.get("x-tier-zero-secret") ?? "", secret)) ? message.now : null;
	}
}

function standardWebhooks(secret: string, { headers, body }: DeskMessage): number | null {
	try {
		new Webhook(secret).verify(body, Object.fromEntries(headers));
		return Number(headers.get("webhook-timestamp")) * 1000;
	} catch {
		return null;
	}
}

async function zendesk(secret: string, { headers, body, now }: DeskMessage): Promise<number | null> {
	const timestamp = headers.get("x-zendesk-webhook-signature-timestamp") ?? "";
	const at = Date.parse(timestamp);
	const encoder = new TextEncoder();
	const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(timestamp + body)));
	const genuine = await sameSecret(headers.get("x-zendesk-webhook-signature") ?? "", btoa(String.fromCharCode(...signature)));
	return genuine && Math.abs(now - at) <= toleranceMs ? at : null;
}
