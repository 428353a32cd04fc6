/** What crawlers leave alone. An address and all below it; a topic may begin with the same letters, as `/manage-users/`. */
const closed = ["/manage", "/status", "/api", "/_site"];

/** `robots.txt` for the site at an address. */
export function robotsTxt(site: URL): string {
	const rules = closed.flatMap((path) => [`Disallow: ${path}$`, `Disallow: ${path}?`, `Disallow: ${path}/`]);
	return ["User-agent: *", "Allow: /", ...rules, "", `Sitemap: ${new URL("/sitemap-index.xml", site).href}`, ""].join("\n");
}
