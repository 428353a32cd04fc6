/** Whether what is sent there is read by nobody on the way: encrypted, or on this machine. */
export function isSafeAddress(address: string): boolean {
	const url = URL.parse(address);
	return url?.protocol === "https:" || (url?.protocol === "http:" && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
}
