import { randomBytes } from "node:crypto";
import { buildSite } from "./lib/build-site.ts";
import { fail, runCommand } from "./lib/command-line.ts";
import { migrate } from "./lib/local-database.ts";
import { localSettings } from "./lib/local-settings.ts";
import { startWorker } from "./lib/local-worker.ts";
import { bin } from "./lib/paths.ts";
import { freePort, isFree } from "./lib/ports.ts";
import { endGroup, startGroup } from "./lib/processes.ts";

await runCommand({
	usage: `
npm run dev

Shows the site as you write it, with hot reload and drafts, on http://localhost:4321 (PORT changes it). The real Worker answers
behind /api. Search uses the last build. Ctrl-C ends everything it started.`,
	options: {},
	async main() {
			const port = Number(process.env["PORT"] ?? 4321);
		if (!(await isFree(port))) fail(`Port ${port} is already in use.\n  Do:  Stop what listens there, or choose another: PORT=${port + 1} npm run dev`);
		console.log("Building once, so that search and the Worker know the articles …");
		await buildSite();
		await migrate();
		const signInCode = randomBytes(18).toString("base64url");
		const workerPort = await freePort();
		const worker = await startWorker({ port: workerPort, vars: { LOCAL_SIGN_IN_CODE: signInCode, REPORT_TOKEN: localSettings().reportToken } });
		const astro = startGroup(bin("astro"), ["dev", "--port", String(port)], { KB_WORKER_PORT: String(workerPort) });
		astro.stdout?.pipe(process.stdout);
		astro.stderr?.pipe(process.stderr);
		console.log(`Manager's report: http://localhost:${workerPort}/manage/sign-in?code=${signInCode}`);
		const code = await new Promise<0 | 1>((done) => {
			for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => done(0));
			astro.on("exit", () => done(1));
		});
		await Promise.all([endGroup(astro), worker.stop()]);
		return code;
	},
});
