import { toBase64 } from "./base64.ts";

/** The value of `Authorization` for a name and a password (RFC 7617, in UTF-8). */
export function basicAuth(name: string, password: string): string {
	return `Basic ${toBase64(new TextEncoder().encode(`${name}:${password}`))}`;
}
