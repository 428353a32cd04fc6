import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readContentData } from "#site/lib/content-data.ts";
import { ContentError } from "#site/lib/finding.ts";
import { appliedMigrations } from "#worker/queries/readiness.ts";
import { displayPath } from "./lib/checks/read-content.ts";
import { misuse, runCommand } from "./lib/command-line.ts";
import { examineAccess } from "./lib/doctor/access.ts";
import { examineBindings } from "./lib/doctor/bindings.ts";
import { readConfig, type Config } from "./lib/doctor/config.ts";
import { under, type Examined } from "./lib/doctor/examined.ts";
import { examineDatabase, examineVersion, migrationFiles } from "./lib/doctor/migrations.ts";
import { printExamined } from "./lib/doctor/print.ts";
import { askCloudflare, type Remote } from "./lib/doctor/remote.ts";
import { examineRouting, examineSecrets, examineVariables } from "./lib/doctor/settings.ts";
import { readValues } from "./lib/handoff/read-values.ts";
import { withSnapshot } from "./lib/backup/snapshot.ts";
import { withDatabase } from "./lib/local-database.ts";
import { bin, root, stateFolder } from "./lib/paths.ts";
import { run } from "./lib/processes.ts";

const usage = `
npm run doctor [-- --remote] [--config FILE] [--json]

Looks whether everything is set that a deployed centre needs, and says what is missing, what that costs and what to do:
bindings and variables of wrangler.toml, secrets by name (never their values), content/data/, Cloudflare Access, migrations.

  --remote   also asks Cloudflare, by wrangler, which secrets are set and which migrations are missing; changes nothing
  --config   another file than wrangler.toml
  --json     prints it for a program: [{area, what, state: "ok"|"note"|"wrong", found, why?, todo?}]

Without --remote nothing leaves this machine.
Exit codes: 0 nothing is wrong, 1 something is, 2 wrong use.`;

await runCommand({
	usage,
	options: { remote: { type: "boolean" }, config: { type: "string" }, json: { type: "boolean" } },
	async main({ values: { remote = false, config: named, json = false }, positionals }) {
		if (positionals.length > 0) misuse(`"${positionals.join(" ")}" is not understood.`);
		const file = resolve(named ?? join(root, "wrangler.toml"));
		if (!existsSync(file)) misuse(`There is no ${displayPath(file)}.`);
		const text = readFileSync(file, "utf8");
		const config = read(text, displayPath(file));
		const asked = remote ? await askCloudflare((args) => run(bin("wrangler"), [...args, "--config", file])) : null;
		const all = [
			...under("Cloudflare (wrangler.toml)", [...examineBindings(config), ...examineVariables(config), ...examineAccess(text)]),
			...examineContent(config, asked),
			...under("Database", await examineDatabases(asked)),
			...(asked ? under("Deployed", asked.findings) : []),
		];
		console.log(json ? JSON.stringify(all, null, "\t") : printExamined(all));
		return all.some(({ state }) => state === "wrong") ? 1 : 0;
	},
});

function read(text: string, name: string): Config {
	try {
		return readConfig(text);
	} catch (error) {
		return misuse(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** What `content/data/` asks for; where it cannot be read, that. */
function examineContent(config: Config, asked: Remote | null): Examined[] {
	try {
		const data = readContentData();
		const valueOf = readValues();
		return [
			...under("Tickets (routing.yml, support.yml, site.yml)", examineRouting(config, data)),
			...under("Secrets", examineSecrets(config, data, { isHere: (name) => valueOf(name) !== "", deployed: asked?.secrets ?? null })),
		];
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		const [first, second] = error.message.split("\n").filter((line) => line.trim() !== "");
		const why = (second ?? first ?? "").replaceAll(/ +/g, " ").trim();
		const found = { what: "content/data", state: "wrong" as const, found: "It cannot be used.", why, todo: "Run npm run check; it says all that is wrong." };
		return under("Tickets (routing.yml, support.yml, site.yml)", [found]);
	}
}

async function examineDatabases(asked: Remote | null) {
	const files = migrationFiles();
	// In a copy: a server that is writing lets nobody else open its database.
	const applied = existsSync(join(stateFolder, "v3/d1")) ? await withSnapshot(stateFolder, (copy) => withDatabase(appliedMigrations, copy)) : null;
	const lacking = applied && files.filter((name) => !applied.includes(name));
	return [
		examineVersion(files),
		examineDatabase("Local", lacking, "Run npm start; it brings the database up to date.", "There is none yet; npm start makes it."),
		...(asked?.pending ? [examineDatabase("Deployed", asked.pending, "Run npm run deploy; it brings the database up to date first.", "")] : []),
	];
}
