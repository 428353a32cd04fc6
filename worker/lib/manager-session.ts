import { jwtVerify, SignJWT } from "jose";

/** Name of the manager's HttpOnly cookie; local sign-in only. */
export const sessionCookie = "tier_zero_manager";

/** How long a local session lasts, in seconds. */
export const sessionSeconds = 8 * 60 * 60;

const key = (secret: string) => new TextEncoder().encode(`manager-session:${secret}`);

/** Makes the value of a session cookie, signed with the session key of this server start. */
export async function makeManagerSession(secret: string): Promise<string> {
	return new SignJWT().setProtectedHeader({ alg: "HS256" }).setSubject("manager").setIssuedAt().setExpirationTime(`${sessionSeconds}s`).sign(key(secret));
}

/** Whether a cookie is a session of this server start that has not run out. */
export async function isManagerSession(cookie: string | undefined, secret: string): Promise<boolean> {
	if (!cookie) return false;
	try {
		const { payload } = await jwtVerify(cookie, key(secret), { algorithms: ["HS256"], requiredClaims: ["exp"] });
		return payload.sub === "manager";
	} catch {
		return false;
	}
}
