import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "./build-site.ts";
import { fail, type ExitCode } from "./command-line.ts";
import { migrate } from "./local-database.ts";
import { announceServer, localSettings, runningServer, withdrawServer } from "./local-settings.ts";
import { startWorker, type LocalWorker } from "./local-worker.ts";
import { stateFolder } from "./paths.ts";
import { isFree } from "./ports.ts";
import { startPracticeDesk, type PracticeDesk } from "./practice-desk.ts";
import { addSample, sampleWasConsidered } from "./sample/store-sample.ts";

interface StartOptions {
	/** Code of the one-time sign-in link. */
	signInCode: string;
	say: (line: string) => void;
}

interface Portal {
	/** Serves until Ctrl-C (0), or until the Worker ends by itself (1). */
	untilStopped(): Promise<ExitCode>;
}

const tickMs = 60_000;

function readPort(): number {
	const port = Number(process.env["PORT"] ?? 8787);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) fail(`PORT is "${process.env["PORT"]}"; it must be a number from 1 to 65535.`);
	return port;
}

/** Builds, prepares and serves the centre, telling what it does. */
export async function startPortal({ signInCode, say }: StartOptions): Promise<Portal> {
	const port = readPort();
	const running = await runningServer();
	if (running) fail(`The help centre is already running at ${running.url}.\n  Why: Two servers would share one database.\n  Do:  Use that one, or stop it first (Ctrl-C where it runs).`);
	if (!(await isFree(port))) fail(`Port ${port} is already in use.\n  Why: Another program listens there.\n  Do:  Stop it, or choose another port: PORT=${port + 1} npm start`);

	let stopRequested: () => void = () => {};
	const stopped = new Promise<void>((done) => (stopRequested = done));
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopRequested);

	say("1/4  Building the site …");
	say((await buildSite()) ? "     built." : "     up to date.");
	say("2/4  Preparing the local database …");
	const fresh = !existsSync(join(stateFolder, "v3"));
	await migrate();
	const sampled = fresh || !sampleWasConsidered() ? await addSample() : null;
	say(sampled ? `     filled with ${sampled.toLocaleString("en")} sample events of 90 days, marked as such (npm run sample -- remove takes them out).` : "     all data kept.");
	say("3/4  Opening the practice desk …");
	const { deskSecret, reportToken } = localSettings();
	const desk = await startPracticeDesk(deskSecret, ({ data }) => say(`     The desk received ${data.reference} (${data.priority}, ${data.team}): ${data.subject}`));
	say("4/4  Starting the Worker …");
	let ended = false;
	const worker = await startWorker({
		port,
		vars: { LOCAL_SIGN_IN_CODE: signInCode, REPORT_TOKEN: reportToken, DESK_WEBHOOK_URL: desk.url, DESK_WEBHOOK_SECRET: deskSecret },
		onLine: (line) => /error/i.test(line) && say(`     ${line}`),
		onExit: () => {
			ended = true;
			stopRequested();
		},
	}).catch(async (error: unknown) => {
		await desk.close();
		throw error;
	});
	announceServer({ url: worker.url, pid: worker.pid });
	say(`\nReady.\n  Portal            ${worker.url}/\n  Contact           ${worker.url}/contact/\n  Manager's report  ${worker.url}/manage/sign-in?code=${signInCode}\n                    (this link signs you in once; Ctrl-C stops everything)\n`);
	return { untilStopped: () => serve(worker, desk, stopped, () => ended, say) };
}

async function serve(worker: LocalWorker, desk: PracticeDesk, stopped: Promise<void>, hasEnded: () => boolean, say: (line: string) => void): Promise<ExitCode> {
	// `wrangler dev` does not fire cron, so the minute is struck from here.
	const tick = () => void worker.tick().catch(() => {});
	tick();
	const clock = setInterval(tick, tickMs);
	await stopped;
	clearInterval(clock);
	withdrawServer();
	await Promise.all([worker.stop(), desk.close()]);
	say(hasEnded() ? "The Worker ended by itself. Everything that was acknowledged is kept; run npm start again." : "\nStopped. All data is kept.");
	return hasEnded() ? 1 : 0;
}
