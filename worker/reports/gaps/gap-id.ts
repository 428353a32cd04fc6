import { sha256 } from "../../lib/encoding.ts";

/** Name of a gap: 12 hex digits, the same as long as the stems of its most frequent phrasing are. */
export async function gapId(key: string): Promise<string> {
	const hash = atob((await sha256(key)).replaceAll("-", "+").replaceAll("_", "/"));
	return Array.from(hash.slice(0, 6), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
