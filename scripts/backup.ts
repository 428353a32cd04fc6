import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { displayPath } from "./lib/checks/read-content.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import { deployed, local } from "./lib/backup/choose-place.ts";
import { describeBackup } from "./lib/backup/describe-backup.ts";
import { makeBackup } from "./lib/backup/make-backup.ts";

await runCommand({
	usage: `
npm run backup -- --out FILE [--remote] [--force] [--json]

Writes all that readers and customers have left (D1, and the files of tickets in R2) to one compressed file with a version, the
number of rows and a checksum; npm run restore puts it back. Articles are in git: npm run export writes those.

  --out     where to, such as before.json.gz
  --remote  the deployed database, by wrangler (npx wrangler login); without it the local one
  --force   replaces a file that is there
  --json    prints what it holds as JSON

The file holds personal data and the key that signs links to files: only its owner can read it. Keep it as you keep the database, and
delete it when retention would have. The daily salts of visitors are not in it: they must be forgotten.
Exit codes: 0 written, 1 could not be written, 2 wrong use.`,
	options: { out: { type: "string" }, remote: { type: "boolean" }, force: { type: "boolean" }, json: { type: "boolean" } },
	async main({ values: { out, remote = false, force = false, json = false }, positionals }) {
		if (!out || positionals.length > 0) misuse("Say where to: npm run backup -- --out before.json.gz");
		const path = resolve(out);
		if (existsSync(path) && !force)
			fail(`${displayPath(path)} is there already.\n  Why: A backup is not overwritten unasked.\n  Do:  Choose another name, or say --force.`);
		const summary = await makeBackup(remote ? deployed() : local(), path, Date.now());
		console.log(json ? JSON.stringify(summary, null, "\t") : `${displayPath(path)}: ${describeBackup(summary)}`);
		return 0;
	},
});
