import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#scripts/lib/paths.ts";
import { extras, writeArticles } from "./our-centre.ts";
import type { GuideText } from "./text.ts";

/** How Starlight is set up: as it comes, its sidebar names every article on every page. */
export type Sidebar = "all articles" | "one link";

const packages = join(root, "tests/bench/rivals");

// Its cache stands apart from its packages, so that each build is a cold one.
const config = (sidebar: Sidebar) => `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
	site: "https://help.example.com",
	cacheDir: "./cache",
	integrations: [starlight({ title: "Help"${sidebar === "one link" ? ', sidebar: [{ label: "Home", link: "/" }]' : ""} })],
});
`;
const collections = `import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** The same article in Markdown: what this centre makes of components stands there as headings. */
export function rivalArticle(text: GuideText): string {
	const link = (id: string) => `- [${id.split("/").at(-1) ?? ""}](/${id}/)`;
	const blocks = [
		"## Quick answer",
		text.answer,
		"## Before you start",
		text.before.map((line) => `- ${line}`).join("\n"),
		"## Step by step",
		...text.steps.flatMap((step, number) => [`### ${step.title}`, step.text, ...extras(text, number)]),
		"## Troubleshooting",
		...text.problems.flatMap(({ title, cause, solution }) => [`### ${title}`, cause, solution]),
		`See [the next article](/${text.next[0] ?? ""}/), or [contact us](/contact/).`,
		"## Next steps",
		text.next.map(link).join("\n"),
		"## Related articles",
		text.related.map(link).join("\n"),
	];
	return `---\ntitle: ${JSON.stringify(text.title)}\ndescription: ${JSON.stringify(text.summary)}\n---\n\n${blocks.join("\n\n")}\n`;
}

/** Writes a Starlight project of these articles. Its packages must be there. */
export function makeRivalCentre(folder: string, texts: GuideText[], sidebar: Sidebar): void {
	rmSync(folder, { recursive: true, force: true });
	const docs = join(folder, "src/content/docs");
	mkdirSync(docs, { recursive: true });
	writeArticles(docs, texts, ".md", rivalArticle);
	writeFileSync(join(docs, "index.md"), `---\ntitle: Help\ntemplate: splash\n---\n\n- [First](/${texts[0]?.id ?? ""}/)\n`);
	writeFileSync(join(folder, "src/content.config.ts"), collections);
	writeFileSync(join(folder, "astro.config.mjs"), config(sidebar));
	// Astro reads there which packages are its own kind, and so are built with the site.
	cpSync(join(packages, "package.json"), join(folder, "package.json"));
	symlinkSync(join(packages, "node_modules"), join(folder, "node_modules"));
}
