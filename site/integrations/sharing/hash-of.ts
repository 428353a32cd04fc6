import { createHash } from "node:crypto";

/** One hash of several parts, in hexadecimal. */
export function hashOf(...parts: (string | Uint8Array)[]): string {
	return parts.reduce((hash, part) => hash.update(part).update("\0"), createHash("sha256")).digest("hex");
}
