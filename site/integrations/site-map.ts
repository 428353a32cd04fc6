import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { builtArticles } from "#site/lib/build-record.ts";
import { lastUpdated } from "#site/lib/last-updated.ts";
import { readPageHead, type PageHead } from "#site/lib/page-head.ts";

/** Folders of pages that are not for readers. */
const kept = /^\/(?:worker-shell|writers)\//;

/** Writes the sitemap of the pages that search engines may show: those that name their own address as the one to keep. */
export function siteMap(): AstroIntegration {
	let out = "";
	const heads = new Map<string, PageHead>();
	function headOf(url: string): PageHead {
		const known = heads.get(url);
		if (known) return known;
		const file = join(out, decodeURIComponent(new URL(url).pathname), "index.html");
		const head = existsSync(file) ? readPageHead(readFileSync(file, "utf8")) : { canonical: null, alternates: [] };
		heads.set(url, head);
		return head;
	}
	const { hooks } = sitemap({
		filter: (url) => !kept.test(new URL(url).pathname) && headOf(url).canonical === url,
		serialize: (item) => {
			const article = builtArticles().get(decodeURIComponent(new URL(item.url).pathname));
			const day = article && lastUpdated(`${article.locale}/${article.id}`);
			return { ...item, ...(day && { lastmod: day }), links: headOf(item.url).alternates };
		},
		namespaces: { news: false, image: false, video: false, xhtml: true },
	});
	return {
		name: "tier-zero-site-map",
		hooks: {
			...hooks,
			"astro:build:done": async (options) => {
				out = fileURLToPath(options.dir);
				await hooks["astro:build:done"]?.(options);
				heads.clear();
			},
		},
	};
}
