/** Names and addresses that lead inside a network. A name that resolves to one is stopped by the platform, which has no inside. */
const inside = [
	/^localhost$/i, /\.(?:local|internal|localhost|home\.arpa)$/i, /^\[?::1?\]?$/, /^\[?(?:fe[89ab]|f[cd])[0-9a-f]{0,2}:/i, /^\[?::ffff:/i,
	/^0\./, /^10\./, /^127\./, /^169\.254\./, /^172\.(?:1[6-9]|2\d|3[01])\./, /^192\.168\./, /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/**
 * Why an outbound address may not be called, or null when it may: https only, no user info, nothing private.
 * In development plain http to a loopback address is fine.
 */
export function addressProblem(address: string, allowLoopback: boolean): string | null {
	if (!URL.canParse(address)) return "it is no address";
	const url = new URL(address);
	if (url.username || url.password) return "it carries a user name or password";
	if (allowLoopback && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return null;
	if (url.protocol !== "https:") return "it is not https";
	if (inside.some((pattern) => pattern.test(url.hostname))) return "it leads to a private network";
	return null;
}
