import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "#scripts/lib/build-site.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { bin, outFolder } from "#scripts/lib/paths.ts";
import { run } from "#scripts/lib/processes.ts";
import { writeRouting } from "#scripts/lib/write-routing.ts";
import { median } from "../lib/percentile.ts";
import { cpuTimeOf, type CpuProfile } from "./profiler.ts";

const starts = 5;

/** The bundle as `npm run deploy` makes it: how heavy it is, and what its start costs. */
export async function bundle(say: (line: string) => void): Promise<Figure[]> {
	await buildSite();
	writeRouting();
	const folder = mkdtempSync(join(tmpdir(), "bundle-"));
	try {
		const { code, output } = await run(bin("wrangler"), ["deploy", "--dry-run", "--assets", outFolder, "--minify", "--outdir", folder]);
		const compressed = Number(/gzip: ([\d.]+) KiB/.exec(output)?.[1]);
		const whole = Number(/Total Upload: ([\d.]+) KiB/.exec(output)?.[1]);
		if (code !== 0 || Number.isNaN(compressed)) throw new Error(`wrangler did not say how large the Worker is:\n${output.slice(-2000)}`);
		const times: number[] = [];
		for (let start = 0; start < starts; start++) {
			const file = join(folder, `startup-${start}.cpuprofile`);
			const checked = await run(bin("wrangler"), ["check", "startup", "--outfile", file, `--args=--minify --assets ${outFolder}`]);
			if (checked.code !== 0) throw new Error(`wrangler check startup failed:\n${checked.output.slice(-2000)}`);
			times.push(cpuTimeOf(JSON.parse(readFileSync(file, "utf8")) as CpuProfile).busy);
			say(`start ${start + 1}: ${times.at(-1)?.toFixed(0)} ms`);
		}
		const kilobytes = (kib: number) => Math.round(kib * 1.024);
		return [
			{ name: "bundle, compressed", value: kilobytes(compressed), unit: "kB", goal: { op: "<=", value: 150 }, of: "wrangler deploy --dry-run --minify" },
			{ name: "bundle, as it is evaluated", value: kilobytes(whole), unit: "kB", goal: null, of: "wrangler deploy --dry-run --minify" },
			{
				name: "start of an isolate, CPU time",
				value: Math.round(median(times)),
				unit: "ms",
				goal: null,
				of: `median of ${starts} × wrangler check startup; Cloudflare allows 1,000 ms`,
			},
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
