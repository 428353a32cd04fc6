import { addDays, dayMs, startOfDay } from "./days.ts";
import { toBase64Url } from "./encoding.ts";
import { dayAt, type Moment } from "./moment.ts";
import type { TrustedNetwork } from "./network.ts";

/** Hashes of one day; they cannot be linked to those of another day once its salt is gone. */
export interface Visitor {
	/** Network, browser and site under the day's salt. */
	visitor: string;
	/** Network alone under the day's salt. */
	network: string;
}

const encoder = new TextEncoder();

interface DayKey {
	salt: string;
	key: CryptoKey;
	/** When KV is asked for the salt again. In epoch milliseconds. */
	until: number;
}

/** Keys of today and its neighbours; those of other days are forgotten. */
const keysOfDays = new Map<string, DayKey>();

/** Salts that this isolate has offered, by day, and when (epoch milliseconds). */
const offered = new Map<string, { salt: string; at: number }>();

/**
 * An isolate that made a day's salt looks again for some time, as often as this, whether that of another has taken its place: KV keeps the
 * last of two that met, and may need a minute to tell everywhere (https://developers.cloudflare.com/kv/concepts/how-kv-works/). In
 * milliseconds.
 */
const settles = { within: 2 * 60_000, every: 1000 };

/** Name of a day's salt in KV. */
export function saltName(day: string): string {
	return `salt:${day}`;
}

/**
 * Makes sure that a day has a salt and returns it. KV forgets it an hour after the day has ended; D1 would keep
 * it for 30 days of history. Cron makes tomorrow's salt ahead, so that places far apart agree from midnight on.
 */
export async function ensureSalt(salts: KVNamespace, day: string, { now, zone }: Moment): Promise<string> {
	const known = await salts.get(saltName(day));
	if (known) return known;
	// Requests that meet here offer the same: of several, KV would keep one and this isolate hash with another.
	const offer = offered.get(day) ?? { salt: toBase64Url(crypto.getRandomValues(new Uint8Array(32))), at: Date.now() };
	const { salt } = offer;
	offered.set(day, offer);
	forgetOld(offered, now);
	const end = startOfDay(addDays(day, 1), zone) + 60 * 60 * 1000;
	try {
		await salts.put(saltName(day), salt, { expirationTtl: Math.max(60, Math.ceil((end - now) / 1000)) });
	} catch (error) {
		// KV takes one write a second: of several that meet it may refuse some.
		const other = await salts.get(saltName(day));
		if (!other) throw error;
		return other;
	}
	// Another isolate may have made one at the same moment: the one that stayed is the day's.
	return (await salts.get(saltName(day))) ?? salt;
}

function forgetOld(ofDays: Map<string, unknown>, now: number): void {
	for (const day of ofDays.keys()) if (Math.abs(Date.parse(day) - now) > 3 * dayMs) ofDays.delete(day);
}

async function keyFor(salts: KVNamespace, day: string, moment: Moment): Promise<CryptoKey> {
	const known = keysOfDays.get(day);
	if (known && Date.now() < known.until) return known.key;
	// One request looks again, and those that meet it do not wait for that.
	if (known) known.until = Date.now() + settles.every;
	const salt = known ? await stayed(salts, day, known.salt) : await ensureSalt(salts, day, moment);
	const until = Date.now() < (offered.get(day)?.at ?? -Infinity) + settles.within ? Date.now() + settles.every : Infinity;
	const key = known?.salt === salt ? known.key : await importKey(salt);
	forgetOld(keysOfDays, moment.now);
	keysOfDays.set(day, { salt, key, until });
	return key;
}

/**
 * The salt of a day that KV has kept, or ours where it cannot tell. It is only read: KV may say for a minute that it knows none, and takes one
 * write a second.
 */
async function stayed(salts: KVNamespace, day: string, own: string): Promise<string> {
	return (await salts.get(saltName(day)).catch(() => null)) ?? own;
}

function importKey(salt: string): Promise<CryptoKey> {
	return crypto.subtle.importKey("raw", encoder.encode(salt), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

async function keyedHash(key: CryptoKey, parts: string[]): Promise<string> {
	const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(parts.join("\n")));
	return toBase64Url(new Uint8Array(signature, 0, 16));
}

/** A text under the day's salt: equal texts of one day are recognised, nothing else is. */
export async function hashOfDay(salts: KVNamespace, text: string, moment: Moment): Promise<string> {
	return keyedHash(await keyFor(salts, dayAt(moment), moment), ["text", text]);
}

/**
 * A text under the salts of today and of tomorrow. Whoever keeps both finds it by tomorrow's `hashOfDay`, too, when the salt of
 * today is gone; a day later nothing finds it any more.
 */
export async function hashesUntilTomorrow(salts: KVNamespace, text: string, moment: Moment): Promise<[today: string, tomorrow: string]> {
	const tomorrow = addDays(dayAt(moment), 1);
	return Promise.all([hashOfDay(salts, text, moment), keyFor(salts, tomorrow, moment).then((key) => keyedHash(key, ["text", text]))]);
}

/** A network under the day's salt, for the limits of one kind of thing: votes and events have another hash, and cannot be joined with it. */
export async function hashOfNetwork(
	salts: KVNamespace,
	limited: "tickets" | "files" | "questions" | "events",
	{ prefix }: TrustedNetwork,
	moment: Moment,
): Promise<string> {
	return keyedHash(await keyFor(salts, dayAt(moment), moment), ["network", limited, prefix]);
}

/** The hashes of each request's sender, who is asked about more than once. */
const identified = new WeakMap<TrustedNetwork, { day: string; visitor: Promise<Visitor> }>();

/** The day's hashes of a sender. */
export function identify(salts: KVNamespace, network: TrustedNetwork, moment: Moment): Promise<Visitor> {
	const day = dayAt(moment);
	const known = identified.get(network);
	if (known?.day === day) return known.visitor;
	const visitor = hashesOf(salts, network, day, moment);
	identified.set(network, { day, visitor });
	return visitor;
}

async function hashesOf(salts: KVNamespace, network: TrustedNetwork, day: string, moment: Moment): Promise<Visitor> {
	const key = await keyFor(salts, day, moment);
	const [visitor, networkHash] = await Promise.all([
		keyedHash(key, ["visitor", network.prefix, network.userAgent, network.host]),
		keyedHash(key, ["network", network.prefix]),
	]);
	return { visitor, network: networkHash };
}
