import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#scripts/lib/paths.ts";
import { runWatched, type Watched } from "../lib/run-watched.ts";
import { rivalPackage } from "../pages/rival.ts";
import { makeOurCentre } from "./our-centre.ts";
import { makeRivalCentre, type Sidebar } from "./rival-centre.ts";
import { makeTexts } from "./text.ts";

/** Who builds. */
export type Side = "this centre" | `Starlight, ${Sidebar}`;

/** What a cold build took and left. */
export interface Build extends Watched {
	/** Of everything in the folder of the finished site, in MB. */
	size: number;
	files: number;
}

const place = (name: string) => join(root, ".tier-zero/bench/growth", name);
const done = new Map<string, Promise<Build>>();

/** Builds so many articles cold, once in a run of the bench; what was built is removed. */
export function coldBuild(side: Side, count: number, say: (line: string) => void): Promise<Build> {
	const key = `${side} ${count}`;
	const known = done.get(key) ?? (side === "this centre" ? buildOurs(count, say) : buildRival(side, count, say));
	done.set(key, known);
	return known;
}

async function buildOurs(count: number, say: (line: string) => void): Promise<Build> {
	return inOurCentre(count, async ({ build }) => {
		say(`building ${count} articles`);
		return await build();
	});
}

/** A made centre on disk. */
interface OurCentre {
	/** Builds it with what earlier builds in it left. */
	build(): Promise<Build>;
	/** Changes a sentence of one article. */
	change(): void;
}

/** A made centre, with a cache of its own, while `use` runs. */
async function inOurCentre<Result>(count: number, use: (centre: OurCentre) => Promise<Result>): Promise<Result> {
	const folder = place("ours");
	rmSync(folder, { recursive: true, force: true });
	const texts = makeTexts(count);
	const [content, out] = [join(folder, "content"), join(folder, "dist")];
	makeOurCentre(content, texts);
	const env = { KB_CONTENT: content, KB_OUT: out, KB_CACHE: join(folder, "cache") };
	try {
		return await use({
			async build() {
				const watched = await runWatched(process.execPath, [join(root, "scripts/run.mjs"), "build"], env);
				return { ...watched, ...sizeOf(out) };
			},
			change() {
				const file = join(content, "articles/en", `${texts[Math.floor(count / 2)]?.id ?? ""}.mdx`);
				writeFileSync(file, readFileSync(file, "utf8").replace("</QuickAnswer>", "It was changed.\n\n</QuickAnswer>"));
			},
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A cold build, and one after a change of one article. */
export function changedBuild(count: number, say: (line: string) => void): Promise<{ cold: Build; warm: Build }> {
	return inOurCentre(count, async ({ build, change }) => {
		say(`building ${count} articles`);
		const cold = await build();
		change();
		say("building again after a change of one article");
		return { cold, warm: await build() };
	});
}

async function buildRival(side: Side, count: number, say: (line: string) => void): Promise<Build> {
	const folder = place("starlight");
	const astro = await rivalPackage("astro/bin/astro.mjs", say);
	makeRivalCentre(folder, makeTexts(count), side === "Starlight, one link" ? "one link" : "all articles");
	say(`building ${count} articles with ${side}`);
	try {
		const watched = await runWatched(process.execPath, [astro, "build", "--root", folder]);
		return { ...watched, ...sizeOf(join(folder, "dist")) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function sizeOf(folder: string): { size: number; files: number } {
	const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const bytes = found.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
	return { size: bytes / 1e6, files: found.length };
}
