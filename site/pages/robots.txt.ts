import type { APIContext } from "astro";
import { robotsTxt } from "#site/lib/robots.ts";

/** What crawlers may read, and where the list of pages is. */
export function GET({ site }: APIContext): Response {
	return new Response(robotsTxt(site ?? new URL("http://localhost/")), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
