import { fileURLToPath } from "node:url";
import { build, type InlineConfig } from "vite";
import { widgetFolder, type LauncherLanguage } from "#site/widget/config.ts";

const entry = (path: string) => fileURLToPath(new URL(`../widget/${path}`, import.meta.url));

/** Vite's helper for parts that are loaded later writes links into the page's head, with addresses of the page's own origin. */
const noPreloads = {
	name: "tier-zero-no-preloads",
	enforce: "pre",
	load: (id: string) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : undefined),
} as const;

/** `light-dark()` is left to the browser: what stands in for it in older ones does not outlive `!important`, on which the widget builds. */
const knowLightDark = ["chrome123", "firefox120", "safari17.5"];

/** What both halves share: nothing of the project's own settings. */
function settings(out: string): InlineConfig {
	return {
		configFile: false,
		publicDir: false,
		logLevel: "warn",
		plugins: [noPreloads],
		build: { outDir: out, emptyOutDir: false, modulePreload: false, reportCompressedSize: false, target: "es2022", cssTarget: knowLightDark },
	};
}

/** Builds what is loaded when the panel opens. @returns its address, whose name changes with its content */
export async function buildPanel(out: string): Promise<string> {
	const common = settings(out);
	const names = `${widgetFolder.slice(1)}/code/[name].[hash].js`;
	const built = await build({
		...common,
		build: {
			...common.build,
			rolldownOptions: {
				input: { panel: entry("panel/index.ts") },
				preserveEntrySignatures: "strict",
				output: { format: "es", entryFileNames: names, chunkFileNames: names },
			},
		},
	});
	const chunks = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
	const panel = chunks.find((chunk) => chunk.type === "chunk" && chunk.isEntry);
	if (!panel) throw new Error("the widget's panel was not built");
	return `/${panel.fileName}`;
}

/** What the launcher knows from the build. */
export interface LauncherFacts {
	languages: Record<string, LauncherLanguage>;
	/** The centre's first locale. */
	first: string;
	/** Colour of the button where the page names none. */
	accent: string;
}

/** Builds `/widget.js`: one classic script, so that a plain tag is enough. */
export async function buildLauncher(out: string, facts: LauncherFacts): Promise<void> {
	const common = settings(out);
	await build({
		...common,
		define: { __WIDGET__: JSON.stringify(facts) },
		build: {
			...common.build,
			rolldownOptions: { input: { widget: entry("launcher/index.ts") }, output: { format: "iife", entryFileNames: "widget.js" } },
		},
	});
}
