import type { Organization, SearchAction, WebSite } from "schema-dts";

/** The help centre, in the language of a page. */
export interface Centre {
	/** Address of the site. Example: `https://help.example.com/` */
	site: URL;
	/** Begins the addresses of the language. Example: `/de`; empty for the first one. */
	base: string;
	/** BCP 47. Example: `de` */
	locale: string;
	name: string;
	/** The centre's name in its first language: a publisher is one in all of them. */
	publisher: string;
	description: string;
	/** File of the logo below `/brand/`. */
	logo?: string | undefined;
}

/** The schema's types know nothing of the one input that search engines ask for. */
type SiteSearch = SearchAction & { "query-input": string };

/** Who publishes the centre. */
export function organizationOf({ site, publisher, logo }: Centre): Organization {
	return {
		"@type": "Organization",
		"@id": new URL("/#organization", site).href,
		name: publisher,
		url: new URL("/", site).href,
		...(logo && { logo: { "@type": "ImageObject" as const, url: new URL(`/brand/${logo}`, site).href } }),
	};
}

/** What a page of the centre is part of. */
export function partOfSite({ site, base, name }: Centre): WebSite {
	return { "@type": "WebSite", "@id": new URL(`${base}/#website`, site).href, name, url: new URL(`${base}/`, site).href };
}

/** The centre itself, for its home page: what it is, and how to search it. */
export function webSiteOf(centre: Centre): WebSite {
	const search: SiteSearch = {
		"@type": "SearchAction",
		target: { "@type": "EntryPoint", urlTemplate: `${new URL(`${centre.base}/search/`, centre.site).href}?q={search_term_string}` },
		"query-input": "required name=search_term_string",
	};
	return {
		...partOfSite(centre),
		description: centre.description,
		inLanguage: centre.locale,
		publisher: { "@id": new URL("/#organization", centre.site).href },
		potentialAction: search,
	};
}
