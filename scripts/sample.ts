import { buildSite } from "./lib/build-site.ts";
import { misuse, runCommand, type ExitCode } from "./lib/command-line.ts";
import { migrate } from "./lib/local-database.ts";
import { stateFolder } from "./lib/paths.ts";
import { progressInQuarters } from "./lib/sample/progress.ts";
import { addSample, dropSample } from "./lib/sample/store-sample.ts";
import { stoppable } from "./lib/stoppable.ts";

await runCommand({
	usage: `
npm run sample -- remove|add

remove  takes every sample event, vote and ticket out of the local database; what visitors left stays
add     fills an empty local database with sample events of 90 days, always the same

Exit codes: 0 done, 1 the database is not empty (add), 2 wrong use.`,
	options: {},
	main({ positionals: [action, ...rest] }) {
		if ((action !== "add" && action !== "remove") || rest.length > 0) misuse("Say `add` or `remove`.");
		return stoppable(action === "add" ? add : remove, (line) => console.log(line));
	},
});

async function remove(stop: AbortSignal): Promise<ExitCode> {
	await migrate(stateFolder, stop);
	console.log(`${await dropSample()} sample rows removed.`);
	return 0;
}

async function add(stop: AbortSignal): Promise<ExitCode> {
	await migrate(stateFolder, stop);
	await buildSite({ stop });
	const added = await addSample({ onProgress: progressInQuarters((line) => console.error(line)), stop });
	console.log(added === null ? "Nothing was added: the local database is not empty." : `${added} sample events added.`);
	return added === null ? 1 : 0;
}
