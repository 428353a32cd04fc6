import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "#scripts/lib/figure.ts";
import { root } from "#scripts/lib/paths.ts";
import { makeGuides } from "../lib/make-guides.ts";

const megabyte = 1024 * 1024;

/** Runs `npm run check` as a writer would. Its findings are no failure here, a check that breaks off is. */
async function runCheck(content: string, log: string): Promise<{ seconds: number; peak: number; articles: number }> {
	const start = performance.now();
	// The highest memory use is known only to the process itself, when it ends.
	const watch = `data:text/javascript,${encodeURIComponent(`import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(log)}, String(process.resourceUsage().maxRSS)));`)}`;
	const child = spawn(process.execPath, ["--import", watch, join(root, "scripts/run.mjs"), "check", "--json"], {
		cwd: root,
		env: { ...process.env, KB_CONTENT: content },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const printed = { stdout: "", stderr: "" };
	child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
	child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
	const code = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
	const seconds = (performance.now() - start) / 1000;
	if (code !== 0 && code !== 1) throw new Error(`npm run check ended with ${code}:\n${printed.stderr.slice(-3000)}`);
	const { articles } = JSON.parse(printed.stdout) as { articles: number };
	return { seconds, peak: (Number(readFileSync(log, "utf8")) * 1024) / megabyte, articles };
}

/** Time and memory of `npm run check` on so many how-to articles with pictures, relations, redirects and search tests. */
export async function checkAtSize(count: number, say: (line: string) => void): Promise<Figure[]> {
	const place = join(root, ".tier-zero/bench", `check-${count}`);
	const content = join(place, "content");
	rmSync(place, { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	try {
		say("making articles");
		makeGuides(content, count);
		say("checking");
		const { seconds, peak, articles } = await runCheck(content, join(place, "peak"));
		if (articles !== count) throw new Error(`${articles} of ${count} articles were checked.`);
		const of = `npm run check, ${count} made how-to articles, ${count / 25} search tests`;
		return [
			{ name: "check", value: seconds, unit: "s", goal: { op: "<=", value: 20 }, of },
			{ name: "peak memory", value: Math.round(peak), unit: "MB", goal: null, of },
		];
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}
