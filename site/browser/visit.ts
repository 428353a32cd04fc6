/** One tab's visit: kept by the page, forgotten with the tab or after 30 minutes without a sign of life. No cookie. */
const idleMs = 30 * 60 * 1000;
const visitKey = "visit";
const trailKey = "trail";
const tokensKey = "deflection-tokens";
const tokenMs = 7 * 24 * 60 * 60 * 1000;
const trailLength = 40;

/** Something the reader did; offered with a ticket, so that nobody explains twice. */
export type TrailItem =
	| { kind: "search"; query: string; results: number }
	| { kind: "article"; article: string; title: string }
	| { kind: "vote"; article: string; helpful: "yes" | "no" }
	| { kind: "rejected"; article: string; title: string };

/** Whether the reader has asked not to be followed (Global Privacy Control). */
export function privacyControl(): boolean {
	return (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
}

function read<Value>(storage: Storage, key: string, fallback: Value): Value {
	try {
		return (JSON.parse(storage.getItem(key) ?? "null") as Value | null) ?? fallback;
	} catch {
		return fallback;
	}
}

function write(storage: Storage, key: string, value: unknown): void {
	try {
		storage.setItem(key, JSON.stringify(value));
	} catch {
		// A full or forbidden storage costs memory of the visit, nothing else.
	}
}

/** A random text of 22 characters (128 bits and a little more). */
export function randomId(): string {
	return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(17)))).replace(/[+/=]/g, "").padEnd(22, "0").slice(0, 22);
}

/** Id of this visit, or null under Global Privacy Control. A visit that was idle too long starts anew, with its trail. */
export function visitId(): string | null {
	if (privacyControl()) return null;
	const now = Date.now();
	const known = read<{ id: string; seen: number } | null>(sessionStorage, visitKey, null);
	const id = known && now - known.seen < idleMs ? known.id : randomId();
	if (known && id !== known.id) write(sessionStorage, trailKey, []);
	write(sessionStorage, visitKey, { id, seen: now });
	return id;
}

/** What the reader did in this tab, oldest first. */
export function trail(): TrailItem[] {
	return read<TrailItem[]>(sessionStorage, trailKey, []);
}

/** Adds to the trail; the same thing twice in a row stands once. */
export function remember(item: TrailItem): void {
	const items = trail();
	if (JSON.stringify(items.at(-1)) === JSON.stringify(item)) return;
	write(sessionStorage, trailKey, [...items, item].slice(-trailLength));
}

/** Makes the token that tells, for seven days and in this browser only, whether "this solved it" held. */
export function makeDeflectionToken(): string | undefined {
	if (privacyControl()) return undefined;
	const token = randomId();
	write(localStorage, tokensKey, [...liveTokens(), { token, at: Date.now() }]);
	return token;
}

function liveTokens(): { token: string; at: number }[] {
	return read<{ token: string; at: number }[]>(localStorage, tokensKey, []).filter(({ at }) => Date.now() - at < tokenMs);
}

/** Tokens of the last seven days, for a ticket that shows they did not hold. */
export function deflectionTokens(): string[] {
	return liveTokens().map(({ token }) => token).slice(-20);
}

/** Forgets the tokens; a ticket has used them. */
export function forgetDeflectionTokens(): void {
	localStorage.removeItem(tokensKey);
}
