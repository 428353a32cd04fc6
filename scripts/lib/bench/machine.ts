import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { run } from "../processes.ts";
import { root } from "../paths.ts";

const told = ["astro", "pagefind", "hono", "zod", "fuse.js", "minisearch", "lunr", "@playwright/test", "vitest", "wrangler"];

/** The machine in a line. Example: `2 × AMD EPYC, 24 GB, linux x64` */
export function machineText(): string {
	const [first] = cpus();
	return `${cpus().length} × ${first?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`;
}

/** Versions of what the figures depend on. */
export function versions(): Record<string, string> {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
		"dependencies" | "devDependencies",
		Record<string, string>
	>;
	const all = { ...dependencies, ...devDependencies };
	return { node: process.version.slice(1), ...Object.fromEntries(told.flatMap((name) => (all[name] ? [[name, all[name]]] : []))) };
}

/** Short id of what is checked out, `+` after it when files have changed since; null outside of git. */
export async function commit(): Promise<string | null> {
	const [id, changes] = await Promise.all([
		run("git", ["rev-parse", "--short", "HEAD"]),
		run("git", ["status", "--porcelain", "--", ".", ":!docs", ":!README.md"]),
	]);
	if (id.code !== 0) return null;
	return `${id.output.trim()}${changes.output.trim() === "" ? "" : "+"}`;
}
