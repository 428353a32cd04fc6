import type { BreadcrumbList } from "schema-dts";

/** The way from the home page to a page, both included. */
export function trailOf(site: URL, pages: readonly { name: string; path: string }[]): BreadcrumbList {
	return {
		"@type": "BreadcrumbList",
		itemListElement: pages.map(({ name, path }, index) => ({ "@type": "ListItem", position: index + 1, name, item: new URL(path, site).href })),
	};
}
