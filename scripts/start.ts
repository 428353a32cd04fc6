import { randomBytes } from "node:crypto";
import { runCommand } from "./lib/command-line.ts";
import { startPortal } from "./lib/start-portal.ts";

await runCommand({
	usage: `
npm start

Builds the help centre, prepares a local database and serves portal and Worker on http://localhost:8787.
A second start keeps all data and skips what is up to date. Ctrl-C ends everything it started.

  PORT=8788 npm start            another port
  KB_CONTENT=../articles npm start   another content folder

Exit codes: 0 stopped, 1 could not start (the message says why), 2 wrong use.`,
	options: {},
	async main() {
		const portal = await startPortal({ signInCode: randomBytes(18).toString("base64url"), say: (line) => console.log(line) });
		return portal.untilStopped();
	},
});
