import { jwtVerify, SignJWT } from "jose";

/** Name of the manager's HttpOnly cookie; local sign-in only. */
export const sessionCookie = "tier_zero_manager";

/** How long a local session lasts, in seconds. */
export const sessionSeconds = 8 * 60 * 60;

const key = (code: string) => new TextEncoder().encode(`manager-session:${code}`);

/** Makes the value of a session cookie, signed with the sign-in code of this server start. */
export async function makeManagerSession(code: string): Promise<string> {
	return new SignJWT().setProtectedHeader({ alg: "HS256" }).setSubject("manager").setIssuedAt().setExpirationTime(`${sessionSeconds}s`).sign(key(code));
}

/** Whether a cookie is a session of this server start that has not run out. */
export async function isManagerSession(cookie: string | undefined, code: string): Promise<boolean> {
	if (!cookie) return false;
	try {
		const { payload } = await jwtVerify(cookie, key(code), { algorithms: ["HS256"], requiredClaims: ["exp"] });
		return payload.sub === "manager";
	} catch {
		return false;
	}
}
