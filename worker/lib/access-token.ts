import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { Problem } from "./problem.ts";
import { logError } from "./log.ts";

/** Seconds by which the clocks of Access and the Worker may differ. */
const clockTolerance = 30;

/** Why a set of keys has none for a token: the token is to blame, not the set. */
const noSuchKey = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const keySets = new Map<string, JWTVerifyGetKey>();

/** The team's public keys: kept ten minutes, and fetched at once for a key id that is new, every 30 seconds at most. */
function keysOf(team: string): JWTVerifyGetKey {
	const known = keySets.get(team);
	if (known) return known;
	const remote = createRemoteJWKSet(new URL("/cdn-cgi/access/certs", team));
	const keys: JWTVerifyGetKey = async (header, token) => {
		try {
			return await remote(header, token);
		} catch (error) {
			if (noSuchKey.some((kind) => error instanceof kind)) throw error;
			logError("access_keys_unavailable", { team }, error);
			throw new Problem("sign-in-unavailable", { headers: { "retry-after": "30" } });
		}
	};
	keySets.set(team, keys);
	return keys;
}

/** The team's address as tokens name it, or null for what is no https address of its own. Example: `https://team.cloudflareaccess.com` */
function teamOf(domain: string): string | null {
	const url = URL.parse(domain);
	const plain = url?.protocol === "https:" && url.href === `${url.origin}/`;
	return plain ? url.origin : null;
}

/**
 * Whom Access has signed in for this application: the e-mail address of a person, the name of a service token. Null for a token that does
 * not hold: signed by another key or in another way than RS256, of another team, for another application, expired, without an end or a name.
 *
 * @param domain `ACCESS_TEAM_DOMAIN`
 * @param audience `ACCESS_AUDIENCE`
 * @throws `sign-in-unavailable` when the team's keys cannot be read
 */
export async function readAccessToken(token: string, domain: string, audience: string): Promise<{ name: string; kind: "person" | "program" } | null> {
	const team = teamOf(domain);
	if (team === null) return null;
	try {
		const { payload } = await jwtVerify(token, keysOf(team), { issuer: team, audience, algorithms: ["RS256"], requiredClaims: ["exp"], clockTolerance });
		return nameIn(payload);
	} catch (error) {
		if (error instanceof errors.JOSEError) return null;
		throw error;
	}
}

function nameIn({ email, common_name: program }: JWTPayload): { name: string; kind: "person" | "program" } | null {
	if (typeof email === "string" && email !== "") return { name: email, kind: "person" };
	return typeof program === "string" && program !== "" ? { name: program, kind: "program" } : null;
}
