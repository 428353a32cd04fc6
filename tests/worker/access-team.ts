import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet, type JWTPayload } from "jose";
import { vi } from "vitest";
import { call, type Call, type Settings, uuid } from "./support.ts";

export const deployed = "https://centre.example";
export const audience = "audience-of-this-application";

/** A pair of keys as Access has them. */
export interface Keys {
	kid: string;
	pair: CryptoKeyPair;
}

export async function makeKeys(kid: string = uuid()): Promise<Keys> {
	return { kid, pair: await generateKeyPair("RS256", { extractable: true }) };
}

/** A team of Cloudflare Access: its address, its settings in the Worker, and its keys, which a test may change. */
export class Team {
	readonly domain = `https://team-${uuid()}.cloudflareaccess.com`;
	readonly settings: Settings = { MODE: "production", ACCESS_TEAM_DOMAIN: this.domain, ACCESS_AUDIENCE: audience, ACCESS_MANAGERS: "boss@example.com" };
	/** Addresses that the Worker asked for keys. */
	readonly asked: string[] = [];
	/** What the certificates' address answers. */
	answer: () => Response | Promise<Response>;
	/** The first signs. */
	keys: [Keys, ...Keys[]];

	constructor(...keys: [Keys, ...Keys[]]) {
		this.keys = keys;
		this.answer = async () => Response.json(await this.keySet());
		vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
			this.asked.push(String(input));
			return this.answer();
		});
	}

	/** Without `alg`, which Access sends: what the Worker takes must not hang on it. */
	async keySet(): Promise<JSONWebKeySet> {
		return { keys: await Promise.all(this.keys.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid, use: "sig" }))) };
	}

	/** A token as Access makes it. A claim that is undefined is left out. */
	async sign(claims: JWTPayload = {}, { kid, pair }: Keys = this.keys[0]): Promise<string> {
		return new SignJWT({ ...this.claims(), ...claims }).setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).sign(pair.privateKey);
	}

	claims(): JWTPayload {
		const now = Math.floor(Date.now() / 1000);
		return { iss: this.domain, aud: [audience], email: "boss@example.com", iat: now, nbf: now, exp: now + 300, type: "app", sub: uuid() };
	}

	/** A request that Access let through with this token. */
	async visit(path: string, token: string | null, { headers, env, ...options }: Call = {}): Promise<Response> {
		return call(path, {
			at: deployed,
			...options,
			env: { ...this.settings, ...env },
			headers: { ...(token !== null && { "cf-access-jwt-assertion": token }), ...headers },
		});
	}

	/** A request of somebody whom Access has signed in. */
	async visitAs(claims: JWTPayload, path: string, options: Call = {}): Promise<Response> {
		return this.visit(path, await this.sign(claims), options);
	}
}
