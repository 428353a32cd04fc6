import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { buildSite, freshFor } from "./lib/build-site.ts";
import { fail, runCommand, type ExitCode } from "./lib/command-line.ts";
import { startDesk } from "./lib/dev-desk/start-desk.ts";
import { migrate } from "./lib/local-database.ts";
import { localSettings } from "./lib/local-settings.ts";
import { startWorker } from "./lib/local-worker.ts";
import { bin, stateFolder } from "./lib/paths.ts";
import { freePort, isFree, readPort } from "./lib/ports.ts";
import { endGroup, startGroup } from "./lib/processes.ts";
import { aborted, stoppable } from "./lib/stoppable.ts";

await runCommand({
	usage: `
npm run dev

Shows the site as you write it, with hot reload and drafts, on http://localhost:4321 (PORT changes it). The real Worker answers
behind /api, /vote, /status and /manage, whose pages look as they did in the last build; so does what search finds.
Each save of an article or data file is checked: the terminal and the bar at the bottom of the page say what is wrong with it.
Ctrl-C ends everything it started.`,
	options: {},
	main: () => stoppable(develop, (line) => console.log(line)),
});

async function develop(stop: AbortSignal): Promise<ExitCode> {
	const port = readPort(4321);
	if (!(await isFree(port))) fail(`Port ${port} is already in use.\n  Do:  Stop what listens there, or choose another: PORT=${port + 1} npm run dev`);
	console.log("Building once, so that search and the Worker know the articles …");
	await buildSite({ stop });
	await migrate(stateFolder, stop);
	const signInCode = randomBytes(18).toString("base64url");
	const workerPort = await freePort();
	const worker = await startWorker({ port: workerPort, vars: { LOCAL_SIGN_IN_CODE: signInCode, REPORT_TOKEN: localSettings().reportToken }, stop });
	const deskFile = join(stateFolder, "findings.json");
	const astro = startGroup(bin("astro"), ["dev", "--port", String(port), ...freshFor(contentFolder())], {
		KB_WORKER_PORT: String(workerPort),
		KB_DESK: deskFile,
	});
	astro.stdout?.pipe(process.stdout);
	astro.stderr?.pipe(process.stderr);
	console.log(`Manager's report: http://localhost:${workerPort}/manage/sign-in?code=${signInCode}`);
	const stopDesk = startDesk({ folder: contentFolder(), file: deskFile, say: (line) => console.log(line) });
	const ended = new Promise<void>((done) => astro.on("exit", () => done()));
	await Promise.race([ended, aborted(stop)]);
	await Promise.all([endGroup(astro), worker.stop(), stopDesk()]);
	console.log(stop.aborted ? "\nStopped." : "Astro ended by itself; the reason stands above.");
	return stop.aborted ? 0 : 1;
}
