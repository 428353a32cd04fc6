/** A multiple of three, so that the pieces join without padding between them; small enough to be the arguments of one call. */
const pieceSize = 3 * 8192;

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let from = 0; from < bytes.length; from += pieceSize) pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + pieceSize))));
	return pieces.join("");
}
