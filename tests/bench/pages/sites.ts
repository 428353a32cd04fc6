import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { buildSite } from "#scripts/lib/build-site.ts";
import { migrate } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { fromEdge, fromFolder, fromServer } from "../lib/answers.ts";
import { serveCompressed, type Front } from "../lib/compressed-front.ts";
import { buildRival } from "./rival.ts";

/** A page that is measured. */
export interface MeasuredPage {
	/** Example: `the heaviest article` */
	name: string;
	/** Path on its site. */
	path: string;
	/** What its targets are: those of an article are the strictest. */
	kind: "article" | "other";
}

/** A site that is served as it would be in production. */
export interface MeasuredSite {
	name: string;
	front: Front;
	pages: MeasuredPage[];
}

/** This centre, with its Worker, and what it stands beside. */
export interface Sites {
	ours: MeasuredSite;
	rival: MeasuredSite;
}

/** Builds and serves both sites while `use` runs. */
export async function withSites<T>(say: (line: string) => void, use: (sites: Sites) => Promise<T>): Promise<T> {
	await buildSite();
	const centre = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
	const articles = Object.keys(centre.articles);
	const rivalFolder = await buildRival({ name: centre.name, url: centre.url, articles, topics: centre.categories }, say);
	const state = join(root, ".tier-zero/bench/pages");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	const worker = await startWorker({ port: await freePort(), state, vars: {} });
	const fronts = [await serveCompressed(fromEdge(fromServer(worker.url))), await serveCompressed(fromFolder(rivalFolder))] as const;
	try {
		const chosen = articlesToMeasure(articles);
		const topic = `/${Object.keys(centre.categories)[0] ?? ""}/`;
		const home: MeasuredPage = { name: "home", path: "/", kind: "other" };
		const others = [
			{ name: "category", path: topic, kind: "other" },
			{ name: "search", path: "/search/", kind: "other" },
			{ name: "contact", path: "/contact/", kind: "other" },
		] satisfies MeasuredPage[];
		return await use({
			ours: { name: "this centre", front: fronts[0], pages: [home, ...chosen, ...others] },
			rival: { name: "Starlight", front: fronts[1], pages: [home, ...chosen] },
		});
	} finally {
		for (const front of fronts) front.close();
		await worker.stop();
		rmSync(state, { recursive: true, force: true });
	}
}

/** The article in the middle by weight, and the heaviest. */
function articlesToMeasure(ids: string[]): MeasuredPage[] {
	const weight = (id: string) => gzipSync(readFileSync(join(outFolder, id, "index.html"))).length;
	const sorted = ids.map((id) => ({ id, bytes: weight(id) })).sort((one, other) => one.bytes - other.bytes);
	const names = { "a middling article": sorted[Math.floor(sorted.length / 2)], "the heaviest article": sorted.at(-1) };
	return Object.entries(names).map(([name, article]) => ({ name, path: `/${article?.id ?? ""}/`, kind: "article" }));
}
