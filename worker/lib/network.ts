import type { Env } from "../env.ts";

/** What may be known of a sender: the coarse network and the browser's name. Never stored as it is. */
export interface TrustedNetwork {
	/** IPv4 /24 or IPv6 /48. Example: `203.0.113` */
	prefix: string;
	userAgent: string;
	host: string;
	/** Global Privacy Control is on. */
	privacyControl: boolean;
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Development is believed on loopback addresses only, so that a deployed Worker refuses its overrides whatever its settings. */
export function isDevelopment(env: Pick<Env, "MODE">, url: URL): boolean {
	return env.MODE === "development" && loopback.has(url.hostname);
}

/** The network an address belongs to: the first three numbers of IPv4, the first three groups of IPv6. */
export function networkPrefix(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
	if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return mapped.split(".").slice(0, 3).join(".");
	const [head = "", tail] = mapped.toLowerCase().split("::");
	const groups = head === "" ? [] : head.split(":");
	if (tail !== undefined) {
		const rest = tail === "" ? [] : tail.split(":");
		while (groups.length + rest.length < 8) groups.push("0");
		groups.push(...rest);
	}
	return groups
		.slice(0, 3)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":");
}

/**
 * Who sends a request. Deployed, Cloudflare sets `CF-Connecting-IP`; locally anyone could, so it is not read there
 * and tests name a network with `X-Dev-Network` instead.
 */
export function readNetwork(request: Request, env: Pick<Env, "MODE">): TrustedNetwork {
	const url = new URL(request.url);
	const address = isDevelopment(env, url) ? (request.headers.get("x-dev-network") ?? "127.0.0.1") : (request.headers.get("cf-connecting-ip") ?? "unknown");
	return {
		prefix: networkPrefix(address),
		userAgent: request.headers.get("user-agent") ?? "",
		host: url.host,
		privacyControl: request.headers.get("sec-gpc") === "1",
	};
}
