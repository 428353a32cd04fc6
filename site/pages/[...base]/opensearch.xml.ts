import type { APIContext } from "astro";
import { languageOf, languages } from "#site/lib/languages.ts";
import { openSearch } from "#site/lib/open-search.ts";

/** A description in each language. */
export function getStaticPaths() {
	return languages.map(({ locale, base }) => ({ params: { base: base.slice(1) || undefined }, props: { locale } }));
}

/** How a browser searches the centre from its address bar. */
export function GET({ site: address, props }: APIContext<{ locale: string }>): Response {
	const { site, locale, base } = languageOf(props.locale);
	const text = openSearch({ name: site.name, description: site.description, site: address ?? new URL("http://localhost/"), base, locale });
	return new Response(text, { headers: { "content-type": "application/opensearchdescription+xml; charset=utf-8" } });
}
