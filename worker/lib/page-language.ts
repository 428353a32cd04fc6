import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { App } from "../env.ts";
import { meansProtected } from "./protected-address.ts";
import { readSite } from "./site.ts";
import { speakEnglish, speakIn, type Speech } from "./speech.ts";

/** The language of an address, and what its addresses begin with: nothing for the centre's first one, else `/de`. */
export interface PageLanguage {
	locale: string;
	base: string;
}

/** The language that an address is in, by its first part. */
export function languageOf(path: string, { locales, defaultLocale }: SiteManifest): PageLanguage {
	const first = path.split("/")[1] ?? "";
	const locale = first !== defaultLocale && locales.includes(first) ? first : defaultLocale;
	return { locale, base: locale === defaultLocale ? "" : `/${locale}` };
}

/**
 * The language that an `Accept-Language` header wants most, of those that there are: each wish is shortened until one fits (RFC 4647, 3.4).
 * Example: `de-CH` finds `de`
 *
 * @returns undefined where none fits
 */
export function preferredLocale(header: string, locales: readonly string[]): string | undefined {
	for (const { type, q } of parseAccept(header)) {
		if (q === 0) continue;
		const parts = type.toLowerCase().split("-");
		for (let length = parts.length; length > 0; length--) {
			const wanted = parts.slice(0, length).join("-");
			const found = locales.find((locale) => locale.toLowerCase() === wanted);
			if (found !== undefined) return found;
		}
	}
	return undefined;
}

/** Addresses that are the same in every language: who asks says which one they read. */
const shared = /^\/(?:api|files|problems|status|vote)(?:\/|$)/;

/**
 * The language of a request: that of the ticket or form it is about, once it is known (`locale` of the context); else that of its
 * address; and where an address has none, what `Accept-Language` wants most of the centre's languages. Who runs
 * the centre reads English, and so do desks and programs that say nothing.
 */
export async function speechOf(c: Context<App>): Promise<Speech> {
	const site = await readSite(c.env);
	const { path } = c.req;
	if (path.startsWith("/api/desk/") || meansProtected(path)) return speakEnglish(site);
	if (c.var.locale !== undefined) return speakIn(site, c.var.locale);
	if (!shared.test(path)) return speakIn(site, languageOf(path, site).locale);
	const header = c.req.header("accept-language") ?? "*";
	if (path.startsWith("/api/") && header === "*") return speakEnglish(site);
	return speakIn(site, preferredLocale(header, [site.defaultLocale, ...site.locales]) ?? site.defaultLocale);
}
