import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "#scripts/lib/processes.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";
import { rivalArticle, rivalHome } from "./rival-articles.ts";

const packages = join(root, "tests/bench/rivals");
const place = join(root, ".tier-zero/bench/starlight");

const config = (title: string, url: string) => `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({ site: ${JSON.stringify(url)}, integrations: [starlight({ title: ${JSON.stringify(title)} })] });
`;
const collections = `import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** A program that only the bench needs, from a folder with packages of its own; they are installed when they are not there. */
export async function rivalPackage(path: string, say: (line: string) => void): Promise<string> {
	const installed = join(packages, "node_modules/.package-lock.json");
	if (!existsSync(installed)) {
		say("installing Starlight and Lighthouse into tests/bench/rivals");
		const { code, output } = await run("npm", ["ci", "--prefix", packages, "--no-audit", "--no-fund"]);
		if (code !== 0) throw new Error(`npm ci in tests/bench/rivals ended with ${code}:\n${output.slice(-2000)}`);
	}
	return join(packages, "node_modules", path);
}

/** What Starlight is given to build. */
export interface RivalCentre {
	name: string;
	url: string;
	/** Ids of the articles. */
	articles: string[];
	/** Titles of the topics by their slug. */
	topics: Record<string, string>;
}

let built: Promise<string> | undefined;

/** Builds the same articles with Starlight as it comes, once in a run. @returns the folder it was built into */
export function buildRival(centre: RivalCentre, say: (line: string) => void): Promise<string> {
	return (built ??= build(centre, say));
}

async function build({ name, url, articles, topics }: RivalCentre, say: (line: string) => void): Promise<string> {
	const astro = await rivalPackage("astro/bin/astro.mjs", say);
	say(`building ${articles.length} articles with Starlight`);
	rmSync(place, { recursive: true, force: true });
	for (const id of articles) write(`src/content/docs/${id}.md`, rivalArticle(readFileSync(join(outFolder, `${id}.md`), "utf8"), url));
	write("src/content/docs/index.md", rivalHome(name, topics, articles));
	write("src/content.config.ts", collections);
	write("astro.config.mjs", config(name, url));
	// Astro reads there which packages are its own kind, and so are built with the site.
	cpSync(join(packages, "package.json"), join(place, "package.json"));
	cpSync(join(outFolder, "_astro"), join(place, "public/pictures"), { recursive: true, filter: (path) => !/\.(js|css|woff2)$/.test(path) });
	symlinkSync(join(packages, "node_modules"), join(place, "node_modules"));
	const { code, output } = await run(process.execPath, [astro, "build", "--root", place]);
	if (code !== 0) throw new Error(`Starlight's build ended with ${code}:\n${output.slice(-3000)}`);
	return join(place, "dist");
}

function write(path: string, text: string): void {
	const file = join(place, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
