import { gzipSync } from "node:zlib";

/** What a page names and a browser loads at once: styles, scripts, preloaded fonts, icons. */
const named = /<(?:link|script)\b[^>]*?\b(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg))"/g;
/** What a script imports before it runs. */
const imported = /(?:\bfrom|\bimport)\s*"(\.{0,2}\/[^"]+\.js)"/g;

/** Bytes of a page and all that it loads at once, compressed as a host sends them; what is compressed in itself counts as it is. */
export async function weightOf(url: string, headers: Record<string, string>): Promise<number> {
	const known = new Set<string>();
	async function load(address: string): Promise<number> {
		if (known.has(address)) return 0;
		known.add(address);
		const response = await fetch(address, { headers });
		if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
		const body = Buffer.from(await response.arrayBuffer());
		const text = body.toString("utf8");
		const next = address.endsWith(".js") ? [...text.matchAll(imported)] : address === url ? [...text.matchAll(named)] : [];
		let bytes = address.endsWith(".woff2") ? body.length : gzipSync(body).length;
		for (const [, path = ""] of next) bytes += await load(new URL(path, address).href);
		return bytes;
	}
	return load(url);
}
