import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, workFolder } from "#scripts/lib/paths.ts";

/** What a command took. */
export interface Measured {
	seconds: number;
	/** Highest resident memory of the command's own process, in MB. */
	peak: number;
	stdout: string;
}

/**
 * Runs a command of the project as a person would.
 * @throws Error with the end of its output when it breaks off; findings (exit code 1) are no failure here
 */
export async function runMeasured(name: string, args: string[], env: Record<string, string> = {}): Promise<Measured> {
	const log = join(workFolder, `peak-${process.pid}`);
	// The highest memory use is known only to the process itself, when it ends.
	const watch = `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(log)}, String(process.resourceUsage().maxRSS)));`;
	const start = performance.now();
	const child = spawn(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(watch)}`, join(root, "scripts/run.mjs"), name, ...args], {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const printed = { stdout: "", stderr: "" };
	child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
	child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
	const code = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
	const seconds = (performance.now() - start) / 1000;
	if (code !== 0 && code !== 1) throw new Error(`npm run ${name} ended with ${code}:\n${printed.stderr.slice(-3000)}`);
	const peak = Math.round(Number(readFileSync(log, "utf8")) / 1024);
	rmSync(log);
	return { seconds, peak, stdout: printed.stdout };
}
