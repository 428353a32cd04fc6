import type { Env } from "../env.ts";
import { keepSigningKey } from "../queries/signing-keys.ts";
import { randomToken, sameSecret, toBase64Url } from "./encoding.ts";

/** What a signature is for: one of another kind never fits. */
export type Purpose = "file" | "rendered" | "confirm";

type Signer = Pick<Env, "DB" | "FILE_SIGNING_KEY">;

const encoder = new TextEncoder();
let imported: { secret: string; key: CryptoKey } | null = null;
let madeKey: string | null = null;

async function keyOf({ DB, FILE_SIGNING_KEY }: Signer): Promise<CryptoKey> {
	const secret = FILE_SIGNING_KEY || (madeKey ??= await keepSigningKey(DB, "files", randomToken(32)));
	if (imported?.secret !== secret)
		imported = { secret, key: await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]) };
	return imported.key;
}

/** HMAC-SHA256 of a text as base64url, with the secret `FILE_SIGNING_KEY`, or with a key that the Worker made once and keeps in D1. */
export async function sign(env: Signer, purpose: Purpose, text: string): Promise<string> {
	return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(env), encoder.encode(`${purpose}\n${text}`))));
}

/** Whether a signature is this Worker's for this text and purpose. */
export async function isSigned(env: Signer, purpose: Purpose, text: string, signature: string): Promise<boolean> {
	return sameSecret(await sign(env, purpose, text), signature);
}
