import type { SettingsOf } from "#contract/destinations.ts";
import { Webhook } from "standardwebhooks";
import { createDeskClient, outcomeOf } from "../desk-client.ts";
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
	};

	function send(type: string, deliveryId: string, timestamp: string, data: object, { now }: Attempt): Promise<Outcome> {
		if (!url || setting(secretFrom) === "") return Promise.resolve({ kind: "unconfigured", reason: "the destination's address or secret is not configured" });
		return outcomeOf(async () => {
			const client = createDeskClient({ url, allowLoopback, timeoutMs, now });
			const body = JSON.stringify({ type, timestamp, data });
			const sentAt = new Date(now);
			const { json } = await client.call({
				body,
				headers: {
					"content-type": "application/json",
					"webhook-id": deliveryId,
					"webhook-timestamp": String(Math.floor(now / 1000)),
					"webhook-signature": secrets.map((secret) => new Webhook(secret).sign(deliveryId, sentAt, body)).join(" "),
				},
			});
			return { kind: "delivered", deskReference: readReference(json) };
		});
	}
}

/** The desk's own number, when its answer is `{"reference": "…"}`. */
function readReference(answer: unknown): string | null {
	const reference: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "reference") : null;
	return typeof reference === "string" ? reference.slice(0, 100) : null;
}
