import { randomBytes } from "node:crypto";
import { runCommand } from "./lib/command-line.ts";
import { runPortal } from "./lib/start-portal.ts";
import { stoppable } from "./lib/stoppable.ts";

await runCommand({
	usage: `
npm start

Builds the help centre, prepares a local database and serves portal and Worker on http://localhost:8787.
A second start keeps all data and skips what is up to date. Ctrl-C ends everything it started.

  PORT=8788 npm start            another port
  KB_CONTENT=../articles npm start   another content folder

Exit codes: 0 stopped, 1 could not start (the message says why), 2 wrong use.`,
	options: {},
	main() {
		const say = (line: string) => console.log(line);
		return stoppable((stop) => runPortal({ signInCode: randomBytes(18).toString("base64url"), say, stop }), say);
	},
});
