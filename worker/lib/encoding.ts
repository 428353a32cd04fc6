const encoder = new TextEncoder();

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

/** `length` random bytes as base64url. */
export function randomToken(length: number): string {
	return toBase64Url(crypto.getRandomValues(new Uint8Array(length)));
}

/** SHA-256 of a text as base64url. */
export async function sha256(text: string): Promise<string> {
	return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text))));
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export async function sameSecret(left: string, right: string): Promise<boolean> {
	const [a, b] = await Promise.all([crypto.subtle.digest("SHA-256", encoder.encode(left)), crypto.subtle.digest("SHA-256", encoder.encode(right))]);
	return crypto.subtle.timingSafeEqual(a, b);
}

/** A short name for a person to quote. Crockford's base 32 has no letters that look alike. Example: `TZ-7K4M-2Q9X` */
export function randomReference(): string {
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => alphabet[byte % 32]).join("");
	return `TZ-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
