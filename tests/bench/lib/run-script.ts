import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "#scripts/lib/paths.ts";

/** Runs one of the project's commands as a user would, and gives what it printed and how long it took. */
export async function runScript(args: string[], environment: Record<string, string> = {}): Promise<{ output: string; ms: number }> {
	const start = performance.now();
	const child = spawn(process.execPath, [join(root, "scripts/run.mjs"), ...args], { cwd: root, env: { ...process.env, ...environment } });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
	const code = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
	if (code !== 0) throw new Error(`npm run ${args.join(" ")} ended with ${code}:\n${output.slice(-3000)}`);
	return { output, ms: performance.now() - start };
}
