import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import react from "@astrojs/react";
import { defineConfig } from "astro/config";
import { codeLanguages } from "./site/integrations/code-languages.ts";
import { siteMap } from "./site/integrations/site-map.ts";
import { tierZero } from "./site/integrations/tier-zero.ts";
import { writerDesk } from "./site/integrations/writer-desk.ts";
import { readContentData } from "./site/lib/content-data.ts";

const { site, locales } = readContentData();
const workerPort = process.env.KB_WORKER_PORT ?? "8787";

// In development the Worker answers on a port of its own; it must see its own origin, or it would refuse every write as cross-site.
const workerOrigin = `http://localhost:${workerPort}`;
const toWorker = { target: workerOrigin, changeOrigin: true, headers: { origin: workerOrigin, "sec-fetch-site": "same-origin" } };

export default defineConfig({
	srcDir: "./site",
	publicDir: "./site/public",
	outDir: process.env.KB_OUT ?? "./dist",
	cacheDir: process.env.KB_CACHE ?? "./node_modules/.astro",
	site: process.env.KB_SITE_URL ?? site.url,
	trailingSlash: "ignore",
	build: { inlineStylesheets: "never", format: "directory" },
	markdown: { syntaxHighlight: "prism", processor: satteri({ mdastPlugins: [codeLanguages] }) },
	// The sitemap needs nothing of what the thread beside the build does, for which the end of tierZero waits.
	integrations: [mdx(), react(), siteMap(), tierZero(), writerDesk()],
	devToolbar: { enabled: false },
	// Writes .astro/collections/, from which Astro's editor extension completes the front matter (.vscode/settings.json).
	experimental: { contentIntellisense: true },
	vite: {
		// Pages that the Worker fills ask for the last build's styles and scripts under /_astro. A category like /manage-users is not meant.
		server: {
			proxy: {
				[`^(/(${Object.keys(locales).join("|")}))?/(search-index|pagefind)(/|\\?|$)`]: toWorker,
				"^/(api|vote|status|manage|_astro)(/|\\?|$)": toWorker,
			},
		},
		build: {
			assetsInlineLimit: 0,
			// Astro marks each article's module with a directive of its own, which the bundler reports a hundred times.
			rolldownOptions: { onLog: (level, log, report) => void (log.code !== "MODULE_LEVEL_DIRECTIVE" && report(level, log)) },
		},
	},
});
