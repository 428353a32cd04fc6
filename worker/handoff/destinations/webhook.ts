import type { SettingsOf } from "#contract/destinations.ts";
import { Webhook } from "standardwebhooks";
import { createDeskClient, outcomeOf } from "../desk-client.ts";
import { wordAt } from "../lib/answer-at.ts";
import { unconfigured } from "../lib/outcomes.ts";
import type { Attempt, ConnectorContext, Destination, Outcome } from "../destination.ts";

/**
 * Hands tickets to any service that takes webhooks, signed as https://www.standardwebhooks.com describes: `webhook-id`
 * stays the same at every attempt, so a receiver that remembers ids sees each ticket once.
 */
export function createWebhook({ id, urlFrom, secretFrom, oldSecretFrom }: SettingsOf<"webhook">, context: ConnectorContext): Destination {
	const { setting, allowLoopback, timeoutMs } = context;
	const url = setting(urlFrom);
	const secrets = [setting(secretFrom), oldSecretFrom === undefined ? "" : setting(oldSecretFrom)].filter((secret) => secret !== "");
	return {
		id,
		deliver: ({ deliveryId, attachments, ...message }, attempt) =>
			send(
				"ticket.created",
				deliveryId,
				message.createdAt,
				{ ...message, attachments: attachments.map(({ name, type, size, url: link }) => ({ name, type, size, url: link })) },
				attempt,
			),
		addNote: ({ deliveryId, kind, ...note }, attempt) => send(`ticket.${kind}`, deliveryId, note.createdAt, note, attempt),
		alert: (text, attempt) => send("alert", `alert_${attempt.now}`, new Date(attempt.now).toISOString(), { text }, attempt),
		announce: ({ key, kind, title, data }, attempt) => send(kind, key, new Date(attempt.now).toISOString(), { title, ...data }, attempt),
	};

	function send(type: string, deliveryId: string, timestamp: string, data: object, { now, requestId }: Attempt): Promise<Outcome> {
		if (!url || setting(secretFrom) === "") return Promise.resolve(unconfigured);
		return outcomeOf(async () => {
			const client = createDeskClient({ url, allowLoopback, timeoutMs, now, requestId });
			const body = JSON.stringify({ type, timestamp, data });
			const signatures = signWith(secrets, deliveryId, new Date(now), body);
			if (!signatures) return { kind: "unconfigured", reason: "the destination's secret cannot sign: it must be whsec_ and base64" };
			const { json } = await client.call({
				body,
				headers: {
					"content-type": "application/json",
					"webhook-id": deliveryId,
					"webhook-timestamp": String(Math.floor(now / 1000)),
					"webhook-signature": signatures,
				},
			});
			// The desk's own number, when its answer is `{"reference": "…"}`.
			return { kind: "delivered", deskReference: wordAt(json, "reference") };
		});
	}
}

/** One signature for each secret; null where one of them is no key. */
function signWith(secrets: string[], id: string, at: Date, body: string): string | null {
	try {
		return secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" ");
	} catch {
		return null;
	}
}
