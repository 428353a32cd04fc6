import { post } from "./support.ts";

/** Secrets of the desks of `site/routing.json` that send something back. */
export const secrets = {
	DESK_UPDATE_SECRET: `whsec_${btoa("another secret of thirty-two char")}`,
	ZENDESK_UPDATES: "a signing secret",
	ZENDESK_FLAGS: "the signing secret of another webhook",
	FRESHDESK_UPDATES: "a shared secret",
};

/** HMAC-SHA256 in base64. */
async function hmac(key: string, text: string): Promise<string> {
	const bytes = Uint8Array.from(key, (letter) => letter.charCodeAt(0));
	const imported = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text)))));
}

type Headers = Record<string, string>;

/** Signed as the three kinds of desk do it, without the code that checks. */
export const signers = {
	async desk(body: string, at: number, secret = secrets.DESK_UPDATE_SECRET): Promise<Headers> {
		const timestamp = String(Math.floor(at / 1000));
		const signature = await hmac(atob(secret.slice("whsec_".length)), `msg_1.${timestamp}.${body}`);
		return { "webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
	},
	async zendesk(body: string, at: number, secret = secrets.ZENDESK_UPDATES): Promise<Headers> {
		const timestamp = new Date(at).toISOString().replace(".000Z", "Z");
		return { "x-zendesk-webhook-signature": await hmac(secret, timestamp + body), "x-zendesk-webhook-signature-timestamp": timestamp };
	},
	freshdesk: (_body: string, _at: number, secret = secrets.FRESHDESK_UPDATES): Promise<Headers> => Promise.resolve({ "x-tier-zero-secret": secret }),
};
export type Desk = keyof typeof signers;

/** A desk is no page of this site. */
export const fromAMachine = { "sec-fetch-site": null };

/** Kinds of desks that send something back. */
export const desks = ["desk", "zendesk", "freshdesk"] as const;

/** Sends what a desk says, signed with its secret. */
export async function sendAsDesk(
	desk: Desk,
	path: string,
	message: object | string,
	{ at = Date.now(), secret, headers = {} }: { at?: number; secret?: string | undefined; headers?: Headers } = {},
): Promise<Response> {
	const body = typeof message === "string" ? message : JSON.stringify(message);
	return post(path, body, { env: secrets, headers: { ...fromAMachine, ...(await signers[desk](body, at, secret)), ...headers } });
}
