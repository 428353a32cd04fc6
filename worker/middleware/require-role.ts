import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { App, Env } from "../env.ts";
import { readAccessToken } from "../lib/access-token.ts";
import { actorOf, localActor, tokenActor, type Actor } from "../lib/actor.ts";
import { sameSecret } from "../lib/encoding.ts";
import { isManagerSession, sessionCookie } from "../lib/manager-session.ts";
import { isDevelopment } from "../lib/network.ts";
import { Problem } from "../lib/problem.ts";

interface RequireRoleOptions {
	/** Whether a program with `REPORT_TOKEN` may read. Default: false. */
	allowToken?: boolean;
}

async function hasToken(authorization: string | undefined, { REPORT_TOKEN: token }: Env): Promise<boolean> {
	const bearer = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
	return token && bearer ? sameSecret(bearer, token) : false;
}

/** Only the header counts, which Access sets on what it lets through: a cookie comes along from other sites and past Access, too. */
async function signedInByAccess(assertion: string | undefined, env: Env): Promise<Actor | null> {
	const known = assertion ? await readAccessToken(assertion, env.ACCESS_TEAM_DOMAIN, env.ACCESS_AUDIENCE) : null;
	return known && actorOf(known, env.ACCESS_MANAGERS ?? "");
}

/**
 * Lets the people who run the centre through, nobody else, and remembers them as `actor`. Viewers read; every method but GET and HEAD needs
 * a manager. Deployed, Cloudflare Access must have signed the request for this application; locally a session from the one-time link is
 * needed. With neither configured the answer is `forbidden`.
 */
export function requireRole({ allowToken = false }: RequireRoleOptions = {}) {
	return createMiddleware<App>(async function requireRole(c, next) {
		const actor = allowToken && (await hasToken(c.req.header("authorization"), c.env)) ? tokenActor : await signedIn();
		if (!actor) throw new Problem("forbidden");
		if (!["GET", "HEAD"].includes(c.req.method) && actor.role !== "manager") throw new Problem("needs-manager");
		c.set("actor", actor);
		c.header("cache-control", "no-store");
		await next();

		async function signedIn(): Promise<Actor | null> {
			const { env, req } = c;
			if (env.ACCESS_TEAM_DOMAIN && env.ACCESS_AUDIENCE) return signedInByAccess(req.header("cf-access-jwt-assertion"), env);
			if (!isDevelopment(env, new URL(req.url)) || !env.LOCAL_SESSION_KEY) return null;
			return (await isManagerSession(getCookie(c, sessionCookie), env.LOCAL_SESSION_KEY)) ? localActor : null;
		}
	});
}
