/** Names that lead inside a network. A public name that resolves to an inner address is stopped by the platform, which has no inside. */
const insideName = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|arpa)$/;

/** IPv4 blocks that are not public (IANA Special-Purpose Address Registry), and the platform address of one large cloud. */
const insideIpv4 = [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"168.63.129.16/32",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.0.2.0/24",
	"192.88.99.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"198.51.100.0/24",
	"203.0.113.0/24",
	"224.0.0.0/4",
	"240.0.0.0/4",
].map((block) => {
	const [base = "", bits = "32"] = block.split("/");
	return { base: ipv4Number(base), size: 2 ** (32 - Number(bits)) };
});

function ipv4Number(address: string): number {
	return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isInsideIpv4(address: number): boolean {
	return insideIpv4.some(({ base, size }) => address >= base && address < base + size);
}

/** The eight groups of an IPv6 address as `URL` writes it, without brackets. */
function ipv6Groups(address: string): number[] {
	const [head = [], tail = []] = address.split("::").map((half) => (half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16))));
	return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

/** Public IPv6 is 2000::/3; of that, 6to4, Teredo and documentation lead elsewhere. NAT64 is as public as the IPv4 in it. */
function isInsideIpv6(address: string): boolean {
	const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, high = 0, low = 0] = ipv6Groups(address);
	if (first === 0x64 && second === 0xff9b && third + fourth + fifth + sixth === 0) return isInsideIpv4(high * 65_536 + low);
	if (first < 0x2000 || first > 0x3fff) return true;
	return first === 0x2002 || (first === 0x2001 && (second < 0x200 || second === 0xdb8)) || (first === 0x3fff && second < 0x1000);
}

/** Whether a host name, as `URL` normalises it (numbers in any base become dotted), leads into a private network. */
function isInside(hostname: string): boolean {
	if (hostname.startsWith("[")) return isInsideIpv6(hostname.slice(1, -1));
	if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return isInsideIpv4(ipv4Number(hostname));
	const name = hostname.replace(/\.+$/, "");
	return !name.includes(".") || insideName.test(name);
}

/**
 * Why an outbound address may not be called, or null when it may: https only, no user info, nothing private.
 * In development plain http to a loopback address is fine.
 */
export function addressProblem(address: string, allowLoopback: boolean): string | null {
	if (!URL.canParse(address)) return "it is no address";
	const url = new URL(address);
	if (url.username || url.password) return "it carries a user name or password";
	if (allowLoopback && /^https?:$/.test(url.protocol) && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return null;
	if (url.protocol !== "https:") return "it is not https";
	if (isInside(url.hostname)) return "it leads to a private network";
	return null;
}
