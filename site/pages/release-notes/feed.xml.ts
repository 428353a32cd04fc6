import rss from "@astrojs/rss";
import type { APIContext } from "astro";
import { listedArticles, site } from "#site/lib/knowledge.ts";

/** Feed of the release notes, newest first. */
export async function GET({ site: address }: APIContext): Promise<Response> {
	const releases = (await listedArticles())
		.filter((article) => article.data.released)
		.sort((a, b) => (b.data.released ?? "").localeCompare(a.data.released ?? ""));
	return rss({
		title: `${site.name}: release notes`,
		description: `What is new in ${site.product}.`,
		site: address ?? site.url,
		items: releases.map(({ url, data }) => ({ title: data.title, description: data.summary, link: url, pubDate: new Date(`${data.released}T00:00:00Z`) })),
	});
}
