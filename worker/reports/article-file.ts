import type { SiteManifest } from "#contract/site-manifest.ts";

/** File of an article below the repository. Example: `content/articles/en/reporting/export.mdx`. @param locale default: the site's own */
export function fileOf(site: Pick<SiteManifest, "defaultLocale">, article: string, locale = site.defaultLocale): string {
	return `content/articles/${locale}/${article}.mdx`;
}
