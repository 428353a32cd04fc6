import type { SiteManifest } from "#contract/site-manifest.ts";

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
