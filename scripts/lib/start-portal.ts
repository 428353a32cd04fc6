import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "./build-site.ts";
import { fail, type ExitCode } from "./command-line.ts";
import { readValues } from "./handoff/read-values.ts";
import { migrate } from "./local-database.ts";
import { announceServer, localSettings, runningServer, withdrawServer } from "./local-settings.ts";
import { startWorker, type LocalWorker } from "./local-worker.ts";
import { stateFolder } from "./paths.ts";
import { isFree, readPort } from "./ports.ts";
import { startPracticeDesk } from "./practice-desk.ts";
import { progressInQuarters } from "./sample/progress.ts";
import { addSample, sampleWasConsidered } from "./sample/store-sample.ts";
import { aborted } from "./stoppable.ts";
import { strikeMinutes } from "./strike-minutes.ts";

interface RunOptions {
	/** Code of the one-time sign-in link. */
	signInCode: string;
	say: (line: string) => void;
	/** Ctrl-C. */
	stop: AbortSignal;
}

/** Builds, prepares and serves the centre, telling what it does. Gives 0 after Ctrl-C, 1 when the Worker ended by itself. */
export async function runPortal({ signInCode, say, stop }: RunOptions): Promise<ExitCode> {
	const port = readPort(8787);
	const running = await runningServer();
	if (running)
		fail(
			`The help centre is already running at ${running.url}.\n  Why: Two servers would share one database.\n  Do:  Use that one, or stop it first (Ctrl-C where it runs).`,
		);
	if (!(await isFree(port)))
		fail(`Port ${port} is already in use.\n  Why: Another program listens there.\n  Do:  Stop it, or choose another port: PORT=${port + 1} npm start`);

	say("1/4  Building the site …");
	say((await buildSite({ stop })) ? "     built." : "     up to date.");
	say("2/4  Preparing the local database …");
	const fresh = !existsSync(join(stateFolder, "v3"));
	await migrate(stateFolder, stop);
	const sampled = fresh || !sampleWasConsidered() ? await addSample({ onProgress: progressInQuarters(say), stop }) : null;
	say(
		sampled
			? `     filled with ${sampled.toLocaleString("en")} sample events of 90 days, marked as such (npm run sample -- remove takes them out).`
			: "     all data kept.",
	);
	stop.throwIfAborted();
	say("3/4  Opening the practice desk …");
	const { deskSecret, reportToken } = localSettings();
	const desk = await startPracticeDesk(deskSecret, ({ data }) =>
		say(`     The desk received ${data.reference} (${data.priority}, ${data.team}): ${data.subject}`),
	);
	try {
		say("4/4  Starting the Worker …");
		const ended = new AbortController();
		const worker = await startWorker({
			port,
			vars: { LOCAL_SIGN_IN_CODE: signInCode, REPORT_TOKEN: reportToken, DESK_WEBHOOK_URL: desk.url, DESK_WEBHOOK_SECRET: deskSecret, ...triedSettings() },
			onLine: (line) => /error/i.test(line) && say(`     ${line}`),
			onExit: () => ended.abort(),
			stop,
		});
		announceServer({ url: worker.url, pid: worker.pid });
		say(
			`\nReady.\n  Portal            ${worker.url}/\n  Contact           ${worker.url}/contact/\n  Manager's report  ${worker.url}/manage/sign-in?code=${signInCode}\n                    (this link signs you in once; Ctrl-C stops everything)\n`,
		);
		await serve(worker, AbortSignal.any([stop, ended.signal]), say);
		say(ended.signal.aborted ? "The Worker ended by itself. Everything that was acknowledged is kept; run npm start again." : "\nStopped. All data is kept.");
		return ended.signal.aborted ? 1 : 0;
	} finally {
		await desk.close();
	}
}

/** What the environment or `.dev.vars` sets, so that a model or a product on this machine can be tried. */
function triedSettings(): Record<string, string> {
	const names = ["ANSWER_API_URL", "ANSWER_API_KEY", "ANSWER_MODEL", "ANSWER_DAILY_TOKENS", "ANSWER_TIMEOUT_MS", "WIDGET_ORIGINS", "IDENTITY_SECRET"];
	const read = readValues();
	return Object.fromEntries(names.map((name): [string, string] => [name, read(name)]).filter(([, value]) => value !== ""));
}

async function serve(worker: LocalWorker, end: AbortSignal, say: (line: string) => void): Promise<void> {
	const stopClock = strikeMinutes(() => worker.tick(), say);
	await aborted(end);
	stopClock();
	withdrawServer();
	await worker.stop();
}
