import { misuse, runCommand } from "./lib/command-line.ts";
import { migrate } from "./lib/local-database.ts";
import { buildSite } from "./lib/build-site.ts";
import { addSample, dropSample } from "./lib/sample/store-sample.ts";

await runCommand({
	usage: `
npm run sample -- remove|add

remove  takes every sample event, vote and ticket out of the local database; what visitors left stays
add     fills an empty local database with sample events of 90 days, always the same

Exit codes: 0 done, 1 the database is not empty (add), 2 wrong use.`,
	options: {},
	async main({ positionals: [action, ...rest] }) {
		if ((action !== "add" && action !== "remove") || rest.length > 0) misuse("Say `add` or `remove`.");
		await migrate();
		if (action === "remove") {
			console.log(`${await dropSample()} sample rows removed.`);
			return 0;
		}
		await buildSite();
		const added = await addSample();
		console.log(added === null ? "Nothing was added: the local database is not empty." : `${added} sample events added.`);
		return added === null ? 1 : 0;
	},
});
