import { jwtVerify } from "jose";
import * as z from "zod";
import { limits } from "#contract/limits.ts";
import { line } from "#contract/shared.ts";
import { customerTiers, type CustomerTier } from "#contract/targets.ts";

/** Who the host product says the customer is. */
export interface Identity {
	email: string;
	name: string;
	company: string;
	tier: CustomerTier;
}

/** Longest life of a signed identity, and how far two clocks may differ. In seconds. */
const longestLife = 60 * 60;
const clockSkew = 30;

const claims = z.object({
	email: z.email().max(limits.email),
	name: line(limits.name),
	company: line(limits.company).default(""),
	tier: z.enum(customerTiers),
	exp: z.number(),
});

interface Verification {
	/** `IDENTITY_SECRET`; absent where the product signs nothing. */
	secret: string | undefined;
	/** Address of the site. */
	audience: string;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * Reads an identity that the host product has signed: a JWT (HS256) for this site with `email`, `name`, `company`, `tier` and an
 * end at most an hour away. Null for anything else: the ticket is filed without a tier, never refused.
 */
export async function readIdentity(token: string, { secret, audience, now }: Verification): Promise<Identity | null> {
	if (!secret) return null;
	try {
		const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
			algorithms: ["HS256"],
			audience,
			requiredClaims: ["exp"],
			clockTolerance: clockSkew,
			currentDate: new Date(now),
		});
		const { exp, ...identity } = claims.parse(payload);
		return exp * 1000 <= now + (longestLife + clockSkew) * 1000 ? identity : null;
	} catch {
		return null;
	}
}
