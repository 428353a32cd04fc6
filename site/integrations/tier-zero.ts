import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { readContentData } from "#site/lib/content-data.ts";
import { themeCss } from "#site/lib/theme.ts";
import { writeAddresses } from "./addresses.ts";
import { articlePicturesPlugin } from "./article-pictures.ts";
import { startBeside, type BesideBuild } from "./beside/start.ts";
import { checkFrontMatter } from "./check-front-matter.ts";
import { checkLanguages } from "./check-languages.ts";
import { serveFiles, writeFiles } from "./files.ts";
import { writeHeaders } from "./headers.ts";
import { writeLibrary } from "./library.ts";
import { writeManifest } from "./manifest.ts";
import { collectRedirects, writeRedirects } from "./redirects.ts";
import { writeTrees } from "./trees.ts";
import { startSharingImages, type SharingBuild } from "./sharing/sharing-images.ts";
import { writeWidget } from "./widget.ts";

const themeModule = "virtual:theme.css";

/** Serves the accent colours of `site.yml` as part of the one stylesheet. */
function themePlugin() {
	return {
		name: "tier-zero-theme",
		resolveId: (id: string) => (id === themeModule ? `\0${themeModule}` : undefined),
		load: (id: string) => (id === `\0${themeModule}` ? themeCss(readContentData().site) : undefined),
	};
}

/** Hands over downloads in development; a build copies them. */
function filesPlugin() {
	return {
		name: "tier-zero-files",
		configureServer: (server: { middlewares: { use(handler: typeof serveFiles): unknown } }) => void server.middlewares.use(serveFiles),
	};
}

/** Everything the build does besides rendering pages, in order. */
export function tierZero(): AstroIntegration {
	let beside: BesideBuild | undefined;
	let sharing: SharingBuild | undefined;
	let place = { out: "", site: "" };
	let drawings = "";
	return {
		name: "tier-zero",
		hooks: {
			"astro:config:setup": ({ updateConfig, injectScript, command, logger }) => {
				if (command === "build") {
					checkFrontMatter();
					checkLanguages((text) => logger.warn(text));
				}
				// What exchanges components while somebody writes must be there before any of them; Astro sees to it for its own islands only.
				if (command === "dev") injectScript("page", `import "astro:scripts/before-hydration.js";`);
				updateConfig({
					vite: {
						plugins: [themePlugin(), filesPlugin(), articlePicturesPlugin()],
						// Never while somebody writes: what they see is what they have just saved.
						define: { __OFFLINE__: JSON.stringify(command === "build" && readContentData().site.offline) },
						// The one worker of the site; it answers for all addresses below its own.
						worker: { rolldownOptions: { output: { entryFileNames: "[name].js" } } },
					},
				});
			},
			"astro:config:done": ({ config }) => {
				place = { out: fileURLToPath(config.outDir), site: config.site ?? readContentData().site.url };
				drawings = fileURLToPath(new URL("sharing/", config.cacheDir));
			},
			"astro:build:start": async ({ logger }) => {
				beside = startBeside(place);
				sharing = await startSharingImages({ cache: drawings, out: place.out, logger });
			},
			"astro:build:generated": () => beside?.allRendered(),
			"astro:build:done": async ({ dir, logger }) => {
				const out = fileURLToPath(dir);
				await writeWidget(out);
				const shared = await sharing?.finish();
				if (shared) logger.info(`sharing images: ${shared.images}, ${shared.drawn} of them drawn anew, ${shared.ms} ms`);
				const csp = writeHeaders(out);
				writeManifest(out, csp);
				const redirects = collectRedirects();
				writeRedirects(out, redirects);
				writeFiles(out);
				writeAddresses(out, redirects);
				const done = await beside?.finish();
				if (done) logger.info(`search index: ${done.search.articles} articles, ${done.search.kilobytes} kB compact, ${done.search.ms} ms`);
				writeTrees(out);
				writeLibrary(out, done?.sections ?? new Map());
			},
		},
	};
}
