import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from "jose";
import type { App, Env } from "../env.ts";
import { sameSecret } from "../lib/encoding.ts";
import { isDevelopment } from "../lib/network.ts";
import { Problem } from "../lib/problem.ts";
import { isManagerSession, sessionCookie } from "../lib/manager-session.ts";

interface RequireManagerOptions {
	/** Keys that sign Access tokens; a test brings its own. Default: those of the configured team domain. */
	accessKeys?: (teamDomain: string) => JWTVerifyGetKey;
	/** Whether a program with `REPORT_TOKEN` may pass. Default: false. */
	allowToken?: boolean;
}

const keySets = new Map<string, JWTVerifyGetKey>();

/** The team's public keys; fetched once an isolate and again when an unknown key id comes, so rotation needs nothing. */
function remoteKeys(teamDomain: string): JWTVerifyGetKey {
	const known = keySets.get(teamDomain);
	if (known) return known;
	const keys = createRemoteJWKSet(new URL("/cdn-cgi/access/certs", teamDomain));
	keySets.set(teamDomain, keys);
	return keys;
}

async function hasAccessToken(token: string | undefined, env: Env, keysFor: (teamDomain: string) => JWTVerifyGetKey): Promise<boolean> {
	if (!token) return false;
	try {
		await jwtVerify(token, keysFor(env.ACCESS_TEAM_DOMAIN), {
			issuer: env.ACCESS_TEAM_DOMAIN,
			audience: env.ACCESS_AUDIENCE,
			algorithms: ["RS256"],
			requiredClaims: ["exp"],
		});
		return true;
	} catch {
		return false;
	}
}

/**
 * Lets the people who run the centre through, nobody else. Deployed, Cloudflare Access must have signed the request for
 * this application; locally a session from the one-time link is needed. With neither configured the answer is 403.
 */
export function requireManager({ accessKeys = remoteKeys, allowToken = false }: RequireManagerOptions = {}) {
	return createMiddleware<App>(async function requireManager(c, next) {
		const { env } = c;
		const bearer = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
		const byToken = allowToken && env.REPORT_TOKEN && bearer ? await sameSecret(bearer, env.REPORT_TOKEN) : false;
		if (!byToken && !(await isManager())) throw new Problem("forbidden");
		c.header("cache-control", "no-store");
		await next();

		async function isManager(): Promise<boolean> {
			if (env.ACCESS_TEAM_DOMAIN && env.ACCESS_AUDIENCE) return hasAccessToken(c.req.header("cf-access-jwt-assertion"), env, accessKeys);
			if (isDevelopment(env, new URL(c.req.url)) && env.LOCAL_SESSION_KEY) return isManagerSession(getCookie(c, sessionCookie), env.LOCAL_SESSION_KEY);
			return false;
		}
	});
}
