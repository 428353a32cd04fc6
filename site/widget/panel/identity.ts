import { limits } from "#contract/limits.ts";
import { customerTiers } from "#contract/targets.ts";

/** What a signed identity says of the customer, to fill the form in. Whether it holds is for the Worker to say. */
export interface Claimed {
	name: string;
	email: string;
	company: string;
}

/** Longest life of an identity, in seconds. */
const longestLife = 60 * 60;

/** Reads the words of a JWT without checking it; empty ones for what is none. */
export function readClaims(token: string): Claimed {
	const claims = decode(token.split(".")[1]);
	const text = (name: string) => (typeof claims[name] === "string" ? claims[name] : "");
	return { name: text("name"), email: text("email"), company: text("company") };
}

/**
 * What is wrong with an identity, for the developers of the host page; null where nothing is seen. The Worker ignores one that does not
 * hold, and whether it is signed with the right secret only the Worker can see.
 *
 * @param audience the centre's address, as in `site.yml`
 * @param now epoch milliseconds
 */
export function faultOf(token: string, audience: string, now: number): string | null {
	if (token.length > limits.identity) return `it is longer than ${limits.identity} characters`;
	const [head, body] = token.split(".");
	const { aud, exp, email, name, tier } = decode(body);
	if (decode(head)["alg"] !== "HS256") return "it is no JWT that is signed with HS256";
	if (!(Array.isArray(aud) ? aud : [aud]).includes(audience)) return `its aud must be "${audience}", letter by letter`;
	if (typeof exp !== "number") return "its exp is missing: seconds since 1970, at most an hour away";
	if (exp * 1000 <= now) return "it has ended. Give a new one to TierZero.identify() in time";
	if (exp > now / 1000 + longestLife + 30) return "its exp is more than an hour away, or not in seconds";
	if (typeof email !== "string" || typeof name !== "string") return "it has no email or no name";
	if (!(customerTiers as readonly unknown[]).includes(tier)) return `its tier must be one of ${customerTiers.join(", ")}`;
	return null;
}

/** A part of a JWT; empty for what is none. */
function decode(part = ""): Record<string, unknown> {
	try {
		const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
		return (JSON.parse(new TextDecoder().decode(bytes)) ?? {}) as Record<string, unknown>;
	} catch {
		return {};
	}
}
